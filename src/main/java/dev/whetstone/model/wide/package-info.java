/**
 * What does the surface of a step say? A linear model of hashed features, which the network's logit
 * is added to (Wide & Deep, Cheng et al. 2016). The features are frozen: the weights of every
 * trained model are those of places in this hashed space.
 */
package dev.whetstone.model.wide;

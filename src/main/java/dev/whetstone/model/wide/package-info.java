/**
 * What does the surface of a step say? A linear model of hashed features, which the network's logit
 * is added to (Wide & Deep, Cheng et al. 2016).
 */
package dev.whetstone.model.wide;

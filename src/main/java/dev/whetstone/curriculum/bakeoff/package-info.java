/**
 * Schedulers compared on a simulated learner: a logistic curve, not a model, and no evidence about
 * language models. It shows what a scheduling rule wastes, nothing more.
 */
package dev.whetstone.curriculum.bakeoff;

/**
 * What does a learned model say of a derivation? All that is DJL stands here, tensors never leave;
 * and the client of models on other servers.
 */
package dev.whetstone.model;

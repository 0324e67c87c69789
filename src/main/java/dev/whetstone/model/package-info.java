/**
 * What does a learned model say of a derivation? All that is DJL stands here; tensors never leave.
 */
package dev.whetstone.model;

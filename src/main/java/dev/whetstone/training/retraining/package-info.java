/** When the server trains a new version by itself, and the process that does it. */
package dev.whetstone.training.retraining;

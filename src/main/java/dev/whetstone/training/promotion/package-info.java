/** Which version of a verifier serves, by what evidence, and what fooled those before it. */
package dev.whetstone.training.promotion;

/** How does the verifier get better? Examples, fitting, a new version's folder. */
package dev.whetstone.training;

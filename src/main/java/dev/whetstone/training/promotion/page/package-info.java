/** Which version of a verifier served when, and by what evidence, as a page for people. */
package dev.whetstone.training.promotion.page;

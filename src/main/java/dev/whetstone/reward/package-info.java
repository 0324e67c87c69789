/** What is a verdict worth? Pure formulas. */
package dev.whetstone.reward;

/** What does a recipe say, and is it one? */
package dev.whetstone.training.recipe;

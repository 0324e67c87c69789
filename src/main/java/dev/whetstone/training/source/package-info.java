/** Where do labelled steps come from? */
package dev.whetstone.training.source;

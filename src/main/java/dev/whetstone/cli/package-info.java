/** The other door: commands. */
package dev.whetstone.cli;

/** The verb {@code export}: data sets as files, each with a card that tells what is in it. */
package dev.whetstone.cli.export;

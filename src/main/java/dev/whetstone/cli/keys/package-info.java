/** The verb {@code keys}. */
package dev.whetstone.cli.keys;

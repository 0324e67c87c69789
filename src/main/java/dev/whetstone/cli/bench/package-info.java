/** The verb {@code bench}: what the packaged server and its parts do in a second, measured. */
package dev.whetstone.cli.bench;

/** The verb {@code labels}: labelled solutions imported, listed, removed. */
package dev.whetstone.cli.labels;

/** {@code ./whetstone train}: a process of its own, so that no fault of it touches a server. */
package dev.whetstone.cli.train;

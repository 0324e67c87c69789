/** The verb {@code demo}: simulated learners at a running server, drawn live. */
package dev.whetstone.cli.demo;

/** What the verbs that drive a server over its public HTTP API share. */
package dev.whetstone.cli.client;

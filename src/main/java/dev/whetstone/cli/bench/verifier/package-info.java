/** {@code bench verifier}: a verifier against human labels. */
package dev.whetstone.cli.bench.verifier;

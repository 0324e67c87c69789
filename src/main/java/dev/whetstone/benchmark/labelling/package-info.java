/** Which proofs are being labelled without people, and what became of them? */
package dev.whetstone.benchmark.labelling;

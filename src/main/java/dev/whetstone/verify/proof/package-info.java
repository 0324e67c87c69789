/** What does a language model say of a proof, and which of that can be checked without one? */
package dev.whetstone.verify.proof;

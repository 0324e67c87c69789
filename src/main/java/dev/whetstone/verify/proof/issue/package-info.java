/** Which flaws does an analysis point at, and which of them are there, without asking a model? */
package dev.whetstone.verify.proof.issue;

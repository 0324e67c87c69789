/** How often does a verifier of known rates give which label? */
package dev.whetstone.verify.labelling.expected;

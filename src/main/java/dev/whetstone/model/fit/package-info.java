/** How is the step verifier's network fitted to labelled steps? */
package dev.whetstone.model.fit;

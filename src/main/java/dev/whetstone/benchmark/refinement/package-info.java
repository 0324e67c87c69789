/** Which problems are worked on in rounds, what is asked next, and what is the best so far? */
package dev.whetstone.benchmark.refinement;

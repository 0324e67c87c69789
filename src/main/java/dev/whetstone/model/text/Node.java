package dev.whetstone.model.text;

/**
 * A step in a tree of steps: solutions that share a beginning share its nodes.
 *
 * @param parent index of the step before it, or -1 for the problem; always smaller than its own
 * @param scored whether a score is wanted for it, or it is context alone
 */
public record Node(int parent, Tokens tokens, boolean scored) {
  /** Its tokens, and the one that ends it. */
  int size() {
    return tokens.length() + 1;
  }
}

package dev.whetstone.model.remote;

import java.io.IOException;

/** An answer of more bytes than may be read. */
final class TooLarge extends IOException {
  private static final long serialVersionUID = 1;

  TooLarge(int most) {
    super("more than %,d bytes".formatted(most));
  }
}

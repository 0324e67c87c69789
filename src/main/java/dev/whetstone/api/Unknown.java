package dev.whetstone.api;

import java.util.UUID;

/** There is nothing of this kind with that id. */
final class Unknown extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String kind;
  private final String field;
  private final String mend;

  Unknown(String kind, UUID id, String field, String mend) {
    super("there is no " + kind + " " + id);
    this.kind = kind;
    this.field = field;
    this.mend = mend;
  }

  Problem problem() {
    return Problem.of("unknown-" + kind, "Unknown " + kind, 404, getMessage(), field, mend);
  }
}

package dev.whetstone.api;

import java.util.Collection;
import java.util.UUID;

/** There is nothing of this kind with that id or name. */
public final class Unknown extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String kind;
  private final String field;
  private final String mend;

  Unknown(String kind, UUID id, String field, String mend) {
    this(kind, id.toString(), field, mend);
  }

  private Unknown(String kind, String name, String field, String mend) {
    super("there is no " + kind + " " + name);
    this.kind = kind;
    this.field = field;
    this.mend = mend;
  }

  /** Tells all names that there are. */
  public static Unknown of(String kind, String name, Collection<String> known) {
    String mend = "name one of these: " + String.join(", ", known);
    return new Unknown(kind, Problems.shown(name), kind, mend);
  }

  Problem problem() {
    return Problem.of("unknown-" + kind, "Unknown " + kind, 404, getMessage(), field, mend);
  }
}

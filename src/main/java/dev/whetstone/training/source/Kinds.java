package dev.whetstone.training.source;

import dev.whetstone.task.Flaw;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of flaw that a verifier tells apart, in the order of its outputs. */
public final class Kinds {
  private static final List<Flaw> ALL = List.of(Flaw.values());

  /** Their names, as a critique gives them. */
  public static final List<String> NAMES =
      Arrays.stream(Flaw.values()).map(flaw -> flaw.name().toLowerCase(Locale.ROOT)).toList();

  private Kinds() {}

  static int of(Flaw flaw) {
    return ALL.indexOf(flaw);
  }
}

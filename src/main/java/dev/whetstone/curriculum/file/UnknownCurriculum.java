package dev.whetstone.curriculum.file;

import java.util.Collection;

/** There is no curriculum of that name. */
public final class UnknownCurriculum extends RuntimeException {
  public UnknownCurriculum(String name, Collection<String> known) {
    super("there is no curriculum " + name + "; there is " + String.join(", ", known));
  }
}

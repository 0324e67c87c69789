package dev.whetstone.model.serve;

import java.util.List;

/** Which versions of a model may serve: told from outside, for this package keeps no record. */
@FunctionalInterface
public interface Precedence {
  /**
   * The one that is to serve first, then those to serve where it cannot be loaded; where empty, the
   * newest serves.
   *
   * @throws UnknownPrecedence if it cannot be told now: what serves serves on
   */
  List<String> of(String name);
}

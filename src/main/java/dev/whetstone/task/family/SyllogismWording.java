package dev.whetstone.task.family;

import dev.whetstone.task.family.Sorites.Statement;
import java.util.List;
import java.util.Locale;

/**
 * Says categorical statements in words.
 *
 * @param names of the terms
 */
record SyllogismWording(List<String> names) {
  static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  String plain(Statement s) {
    return switch (s.quantifier()) {
      case ALL -> "all " + many(s.subject()) + " are " + many(s.predicate());
      case NO -> "no " + many(s.subject()) + " are " + many(s.predicate());
      case SOME -> "some " + many(s.subject()) + " are " + many(s.predicate());
      case SOME_NOT -> "some " + many(s.subject()) + " are not " + many(s.predicate());
    };
  }

  String inverted(Statement s) {
    return switch (s.quantifier()) {
      case ALL -> "only " + many(s.predicate()) + " are " + many(s.subject());
      case NO -> "all " + many(s.predicate()) + " are non-" + many(s.subject());
      case SOME -> "not all " + many(s.subject()) + " are non-" + many(s.predicate());
      case SOME_NOT -> "not all " + many(s.subject()) + " are " + many(s.predicate());
    };
  }

  private String many(int term) {
    return names.get(term) + "s";
  }

  /** 1 for one who is of the term, -1 for one who is not, 0 where it is unsettled. */
  String is(int term, int value) {
    String one = ("aeiou".indexOf(names.get(term).charAt(0)) < 0 ? "a " : "an ") + names.get(term);
    return value == 0 ? "may or may not be " + one : value > 0 ? "is " + one : "is not " + one;
  }
}

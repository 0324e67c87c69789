package dev.whetstone.task.solver;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts with the JDK's big integers, where the family divides digit by digit. */
final class RadixSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Convert the number ([0-9A-Z]{1,64}) from base (\\d{1,2}) to base (\\d{1,2})\\.(?: The"
              + " digits above 9 are A for 10, B for 11, \\.\\.\\.)? Give only the converted number"
              + " as your answer\\.");

  @Override
  public String way() {
    return "the JDK's big integers, where the family divides digit by digit";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches() || !isBase(asked.group(2)) || !isBase(asked.group(3)))
      return Optional.empty();
    int from = Integer.parseInt(asked.group(2));
    boolean written = asked.group(1).chars().allMatch(c -> Character.digit(c, from) >= 0);
    if (!written) return Optional.of(Solved.none());
    String converted =
        new BigInteger(asked.group(1), from)
            .toString(Integer.parseInt(asked.group(3)))
            .toUpperCase(Locale.ROOT);
    return Optional.of(
        Solved.text(converted, answer -> answer.toUpperCase(Locale.ROOT))
            .hiding(Set.of(converted)));
  }

  private static boolean isBase(String base) {
    return Integer.parseInt(base) >= Character.MIN_RADIX
        && Integer.parseInt(base) <= Character.MAX_RADIX;
  }
}

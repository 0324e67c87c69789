package dev.whetstone.task.solver;

import dev.whetstone.task.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes by key words alone, sentence by sentence, each about one person not yet known. */
final class StorySolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Nobody here has any \\w{1,30} but those told of\\. ([^?]{1,8000}) How many \\w{1,30}"
              + " does (\\w{1,30}) have\\? Give only the final number as your answer\\.");
  private static final Pattern MENTION =
      Pattern.compile("\\d{1,30}|(?!(?:If|Out|When|For)\\b)\\b[A-Z][a-z]{1,30}");

  /** Products of products would grow without bound. */
  private static final int MAX_BITS = 2_048;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,30}");

  @Override
  public String way() {
    return "key words of each sentence, where the family goes from the graph to the text";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    Map<String, BigInteger> known = new HashMap<>();
    for (String sentence : asked.group(1).split("(?<=\\.) ", -1))
      if (!learn(sentence, known)) return Optional.empty();
    BigInteger answer = known.get(asked.group(2));
    if (answer == null) return Optional.empty();
    return Optional.of(Solved.number(Rational.of(answer)).hiding(computed(known)));
  }

  private static Set<String> computed(Map<String, BigInteger> known) {
    Set<String> computed = new HashSet<>();
    for (BigInteger value : known.values()) computed.add(value.toString());
    return computed;
  }

  /** Whether the sentence tells the number of one person from two that are known. */
  private static boolean learn(String sentence, Map<String, BigInteger> known) {
    List<String> mentions =
        new ArrayList<>(MENTION.matcher(sentence).results().map(MatchResult::group).toList());
    List<String> owners =
        mentions.stream().filter(m -> !isNumber(m) && !known.containsKey(m)).distinct().toList();
    if (mentions.size() != 3 || owners.size() != 1) return false;
    mentions.remove(owners.getFirst());
    BigInteger a = value(mentions.getFirst(), known);
    BigInteger b = value(mentions.getLast(), known);
    if (a == null || b == null || isUneven(sentence, a, b)) return false;
    BigInteger result = result(sentence, a, b);
    known.put(owners.getFirst(), result);
    return result.bitLength() <= MAX_BITS;
  }

  private static boolean isNumber(String mention) {
    return NUMBER.matcher(mention).matches();
  }

  private static BigInteger value(String mention, Map<String, BigInteger> known) {
    return isNumber(mention) ? new BigInteger(mention) : known.get(mention);
  }

  private static boolean isUneven(String sentence, BigInteger a, BigInteger b) {
    return sentence.contains("equally") && (b.signum() <= 0 || a.mod(b).signum() != 0);
  }

  private static BigInteger result(String sentence, BigInteger a, BigInteger b) {
    if (sentence.contains("equally")) return a.divide(b);
    if (sentence.contains(" times ") || sentence.contains(" in each") || sentence.startsWith("For"))
      return a.multiply(b);
    if (sentence.contains("fewer") || sentence.contains("would need")) return b.subtract(a);
    if (sentence.contains(" then ") || sentence.contains("rest") || sentence.contains("left"))
      return a.subtract(b);
    return a.add(b);
  }
}

package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReasoningGraphTest extends FamilyContract {
  private static final Pattern MENTION =
      Pattern.compile("\\d+|(?!(?:If|Out|When|For|Nobody|How|Give)\\b)\\b[A-Z][a-z]+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  @Override
  TaskFamily family() {
    return new ReasoningGraph();
  }

  @Override
  String solve(String question) {
    List<String> sentences = List.of(question.split("(?<=[.?]) ", -1));
    Map<String, BigInteger> known = new HashMap<>();
    sentences.subList(1, sentences.size() - 2).forEach(s -> learn(s, known));
    return known.get(mentions(sentences.get(sentences.size() - 2)).getFirst()).toString();
  }

  private static List<String> mentions(String sentence) {
    return MENTION.matcher(sentence).results().map(MatchResult::group).toList();
  }

  /** Goes by key words alone: what a sentence says of the one person whose number is not known. */
  private static void learn(String sentence, Map<String, BigInteger> known) {
    List<String> mentions = new ArrayList<>(mentions(sentence));
    String owner =
        mentions.stream()
            .filter(m -> !Character.isDigit(m.charAt(0)) && !known.containsKey(m))
            .reduce((a, b) -> "two unknown")
            .orElseThrow();
    assertTrue(mentions.remove(owner), sentence);
    assertEquals(2, mentions.size(), sentence);
    BigInteger a = value(mentions.getFirst(), known);
    BigInteger b = value(mentions.getLast(), known);
    known.put(owner, result(sentence, a, b));
  }

  private static BigInteger value(String mention, Map<String, BigInteger> known) {
    return known.containsKey(mention) ? known.get(mention) : new BigInteger(mention);
  }

  private static BigInteger result(String sentence, BigInteger a, BigInteger b) {
    if (sentence.contains("equally")) {
      assertEquals(BigInteger.ZERO, a.mod(b), sentence);
      return a.divide(b);
    }
    if (sentence.contains(" times ") || sentence.contains(" in each") || sentence.startsWith("For"))
      return a.multiply(b);
    if (sentence.contains("fewer") || sentence.contains("would need")) return b.subtract(a);
    if (sentence.contains(" then ") || sentence.contains("rest") || sentence.contains("left"))
      return a.subtract(b);
    return a.add(b);
  }

  @Test
  void aThousandTextsGiveTheirAnswer() {
    for (int i = 0; i < 1_000; i++) {
      Task task = task(anyLevels(i), "text", i);
      assertEquals(task.answer(), solve(task.question()), task::question);
    }
  }

  @Test
  void noComputedNumberStandsInTheText() {
    for (int i = 0; i < 1_000; i++) {
      Task task = task(anyLevels(i), "leak", i);
      List<String> sentences = List.of(task.question().split("(?<=[.?]) ", -1));
      Map<String, BigInteger> known = new HashMap<>();
      sentences.subList(1, sentences.size() - 2).forEach(s -> learn(s, known));
      List<String> given =
          NUMBER.matcher(task.question()).results().map(MatchResult::group).toList();
      known.values().forEach(v -> assertFalse(given.contains(v.toString()), task::question));
    }
  }

  @Test
  void everyOperationIsTold() {
    Levels top = Levels.highest(family().controls());
    for (Task task : tasks(top, 100)) {
      assertEquals(13, NUMBER.matcher(task.question()).results().count(), task::question);
      assertEquals(Grade.WRONG, task.check().grade(task.answer() + "0"));
    }
  }
}

package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Levels;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SyllogismTest extends FamilyContract {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?m)^(?:\\d\\. |Conclusion: )(\\w+)( all)? (\\w+) are (not )?(non-)?(\\w+)\\.$");

  @Override
  TaskFamily family() {
    return new Syllogism();
  }

  /** A sentence over a world: the kinds of people (sets of terms, as bits) that live in it. */
  private record Sentence(String text, boolean every, boolean inside, int subject, int predicate) {
    boolean holds(List<Integer> world) {
      return every
          ? world.stream().allMatch(this::obeys)
          : world.stream().anyMatch(kind -> !obeys(kind));
    }

    private boolean obeys(int kind) {
      return (kind >> subject & 1) == 0 || (kind >> predicate & 1) == (inside ? 1 : 0);
    }
  }

  private static List<Sentence> sentences(String question) {
    List<String> terms = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    Matcher m = SENTENCE.matcher(question);
    while (m.find()) {
      String first = m.group(1).toLowerCase(Locale.ROOT);
      int subject = term(terms, m.group(first.equals("only") ? 6 : 3));
      int predicate = term(terms, m.group(first.equals("only") ? 3 : 6));
      boolean some = first.equals("some") || first.equals("not");
      boolean denies = first.equals("no") ^ (m.group(4) != null) ^ (m.group(5) != null);
      boolean inside = first.equals("some") ? denies : !denies;
      sentences.add(new Sentence(m.group(), !some, inside, subject, predicate));
    }
    return sentences;
  }

  private static int term(List<String> terms, String name) {
    if (!terms.contains(name)) terms.add(name);
    return terms.indexOf(name);
  }

  /** Every world of at most two people: enough, for at most two are needed for a counterexample. */
  @Override
  String solve(String question) {
    List<Sentence> sentences = sentences(question);
    int kinds = 1 << sentences.size();
    List<List<Integer>> worlds = new ArrayList<>(List.of(List.of()));
    for (int a = 0; a < kinds; a++) for (int b = a; b < kinds; b++) worlds.add(List.of(a, b));
    return verdict(sentences, worlds);
  }

  private static String verdict(List<Sentence> sentences, List<List<Integer>> worlds) {
    List<Sentence> premises = sentences.subList(0, sentences.size() - 1);
    return worlds.stream()
            .filter(world -> premises.stream().allMatch(s -> s.holds(world)))
            .allMatch(sentences.getLast()::holds)
        ? "Yes"
        : "No";
  }

  @Test
  void everySetOfVennRegionsAgrees() {
    for (int i = 0; i < 200; i++) {
      Task task = task(anyLevels(i).with(family().controls().getLast(), 0), "venn", i);
      List<Sentence> sentences = sentences(task.question());
      assertEquals(3, sentences.size());
      List<List<Integer>> worlds = new ArrayList<>();
      for (int set = 0; set < 256; set++) {
        List<Integer> world = new ArrayList<>();
        for (int kind = 0; kind < 8; kind++) if ((set >> kind & 1) == 1) world.add(kind);
        worlds.add(world);
      }
      assertEquals(verdict(sentences, worlds), task.answer(), task::question);
    }
  }

  @Test
  void theProofComesToTheAnswerByItself() {
    for (int i = 0; i < 1_000; i++) {
      Task task = task(anyLevels(i), "proof", i);
      assertEquals(task.answer(), Solution.right(task.worked().orElseThrow()).answer());
    }
  }

  @Test
  void wordingAndQuantifiersDoNotTellTheAnswer() {
    Map<String, Function<String, Object>> features = new LinkedHashMap<>();
    features.put("conclusion", q -> shape(q).getLast());
    features.put("first premise", q -> shape(q).getFirst());
    features.put("quantifiers", q -> shape(q).stream().sorted().toList());
    features.put("quantifiers in order", SyllogismTest::shape);
    for (Levels levels : corners()) verifyEarned(levels, features, 0.55);
  }

  /** A feature of the arrangement is a part of the reasoning; none is to be most of it. */
  @Test
  void noSingleFeatureOfTheArrangementDecides() {
    Map<String, Function<String, Object>> features = new LinkedHashMap<>();
    features.put("subject is a subject", rule((s, c) -> s.subject() == c.subject()));
    features.put("predicate is a predicate", rule((s, c) -> s.predicate() == c.predicate()));
    features.put("subject is a predicate", rule((s, c) -> s.predicate() == c.subject()));
    features.put("middle terms are once a subject", q -> balanced(sentences(q)));
    features.put(
        "first named is the subject", q -> first(q).subject() == sentences(q).getLast().subject());
    for (Levels levels : corners()) verifyEarned(levels, features, 0.88);
  }

  private void verifyEarned(
      Levels levels, Map<String, Function<String, Object>> features, double most) {
    List<Task> tasks = tasks(levels, 3_000);
    features.forEach(
        (name, feature) -> {
          double earned = earned(tasks, feature);
          assertTrue(earned < most, () -> name + " earns " + earned + " at " + levels.key());
        });
  }

  private static Function<String, Object> rule(BiPredicate<Sentence, Sentence> such) {
    return q -> before(sentences(q), s -> such.test(s, sentences(q).getLast()));
  }

  private static Sentence first(String question) {
    return sentences(question).getFirst();
  }

  private static boolean before(List<Sentence> sentences, Predicate<Sentence> such) {
    return sentences.subList(0, sentences.size() - 1).stream().anyMatch(such);
  }

  private static boolean balanced(List<Sentence> sentences) {
    int[] count = new int[sentences.size()];
    for (Sentence s : sentences.subList(0, sentences.size() - 1)) {
      count[s.subject()]++;
      count[s.predicate()]--;
    }
    count[sentences.getLast().subject()] = 0;
    count[sentences.getLast().predicate()] = 0;
    return Arrays.stream(count).allMatch(c -> c == 0);
  }

  private static List<String> shape(String question) {
    return sentences(question).stream()
        .map(s -> s.text().replaceFirst("^\\d\\. ", "").replaceAll("(non-)?\\w{4,}s\\b", "$1"))
        .toList();
  }

  /** What the most frequent answer for each value of the feature earns. */
  private static double earned(List<Task> tasks, Function<String, Object> feature) {
    Map<Object, Integer> lead = new HashMap<>();
    for (Task task : tasks.subList(0, 1_500))
      lead.merge(
          feature.apply(task.question()), task.answer().equals("Yes") ? 1 : -1, Integer::sum);
    return tasks.subList(1_500, 3_000).stream()
            .filter(
                t ->
                    lead.getOrDefault(feature.apply(t.question()), 0) > 0
                        == t.answer().equals("Yes"))
            .count()
        / 1_500.0;
  }
}

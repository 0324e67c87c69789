package dev.whetstone.curriculum.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.curriculum.ControlRange;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.curriculum.Learning;
import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.curriculum.scheduler.PlrScheduler;
import dev.whetstone.task.Category;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CurriculumFileTest {
  private static final Control TERMS = Control.of("num_terms", "how many", 2, 3, 4, 5, 6);
  private static final Control DIGITS = Control.of("num_digits", "how long", 1, 2, 4);
  private static final List<TaskFamily> KNOWN =
      List.of(new Stub("chain_sum", List.of(TERMS, DIGITS)), new Stub("gcd", List.of(TERMS)));

  /** A family in name and controls. */
  private record Stub(String name, List<Control> controls) implements TaskFamily {
    @Override
    public Category category() {
      return Category.ARITHMETIC;
    }

    @Override
    public String summary() {
      return name;
    }

    @Override
    public Task make(Levels levels, RandomGenerator random) {
      throw new AssertionError("no task is made of a curriculum file");
    }
  }

  private static Curriculum parse(String text) {
    return CurriculumFile.parse("c.yaml", text, KNOWN);
  }

  private static String faults(String text) {
    return assertThrows(CurriculumErrors.class, () -> parse(text)).getMessage();
  }

  @Test
  void theShortestFileHasEveryDefault() {
    Curriculum curriculum = parse("name: small\nfamilies:\n  gcd:\n");
    assertEquals("small", curriculum.name());
    assertEquals("", curriculum.description());
    assertEquals(List.of(FamilyRange.full("gcd", List.of(TERMS))), curriculum.families());
    assertEquals(Learning.DEFAULT, curriculum.learning());
    assertEquals(LearnabilityScheduler.DEFAULT, curriculum.scheduler());
    assertEquals("name: small\nfamilies:\n  gcd:\n", curriculum.source());
    assertEquals(64, curriculum.sha256().length());
  }

  @Test
  void everythingCanBeSaid() {
    Curriculum curriculum =
        parse(
            """
            name: full
            description: What it is for.
            scheduler: {name: plr, beta: 0.5, exploration: 0.2}
            learning: {half_life: 32, evidence: 16, confidence: 0.9, up: 0.6, down: 0.3}
            families:
              gcd: {weight: 0.5, controls: {num_terms: 4}}
              chain_sum:
                weight: 2
                controls:
                  num_terms: [3, 5]
                start:
                  num_terms: 4
                  num_digits: 2
            """);
    assertEquals(new PlrScheduler(0.5, 0.2), curriculum.scheduler());
    assertEquals(new Learning(32, 16, 0.9, 0.6, 0.3), curriculum.learning());
    assertEquals(
        List.of(
            new FamilyRange("gcd", List.of(new ControlRange(TERMS, 2, 2, 2)), 0.5),
            new FamilyRange(
                "chain_sum",
                List.of(new ControlRange(TERMS, 1, 3, 2), new ControlRange(DIGITS, 0, 2, 1)),
                2)),
        curriculum.families());
  }

  @Test
  void aFamilyCanHaveAllItsLevelsOpenIfTheyAreNotTooMany() {
    String open = "name: n\nfamilies:\n  gcd:\n    levels: all\n";
    assertEquals(
        List.of(
            new FamilyRange("gcd", FamilyRange.full("gcd", List.of(TERMS)).controls(), 1, true)),
        parse(open).families());
  }

  private static Arguments fault(String text, String message) {
    return Arguments.of(text, message);
  }

  private static Arguments inSum(String line, String message) {
    return fault("name: n\nfamilies:\n  chain_sum:\n    " + line + "\n", "c.yaml:4: " + message);
  }

  private static Arguments onTop(String line, String message) {
    return fault("name: n\n" + line + "\nfamilies: {gcd: {}}\n", "c.yaml:2: " + message);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("", "c.yaml:1: the file is empty; write 'name:' and 'families:'"),
        fault("- a\n", "c.yaml:1: a curriculum is written as lines of 'key: value', not a list"),
        fault("families: {gcd: {}}", "c.yaml:1: 'name' is missing; add the line 'name: ...'"),
        fault("name: n\n", "c.yaml:1: 'families' lists no family; write at least one, such as"),
        fault("name: n\nfamilies: {}\n", "c.yaml:2: 'families' lists no family"),
        fault("name: n\nfamilies: [gcd]\n", "c.yaml:2: 'families' is written as lines of"),
        fault("name: [x]\nfamilies: {gcd: {}}", "c.yaml:1: 'name' is text, not a list"),
        fault(
            "name: n\nfamilies:\n  chain_sums:\n",
            "c.yaml:3: unknown family 'chain_sums'; did you mean chain_sum?"),
        fault(
            "name: n\nfamilies:\n  sudoku:\n",
            "c.yaml:3: unknown family 'sudoku'; there is chain_sum, gcd"),
        fault(
            "name: n\nfamilies:\n  gcd:\n  gcd:\n",
            "c.yaml:4: 'gcd' is already set on line 3; keep one"),
        fault("name: n\nname: m\nfamilies: {gcd: }\n", "c.yaml:2: 'name' is already set on line 1"),
        fault("name: n\nfamilies: {gcd: 3}\n", "c.yaml:2: 'gcd' is written as lines of"),
        fault("name: n\nfamilies:\n  ? [gcd]\n  : 1\n", "c.yaml:3: a key is one word"),
        fault("name: n\n  families:\n", "c.yaml:2: not YAML: "),
        fault("name: n\nfamilies: {gcd: {}\n", "not YAML: "),
        fault("a: &x [1]\nb: *x\n", "c.yaml:1: refused: "),
        inSum("levels: some", "'levels' is 'all', so that every one is open from the start"),
        fault("name: n\nfamilies: " + "[".repeat(50) + "]".repeat(50), "c.yaml:1: refused: "),
        fault("name: " + "x".repeat(70_000), "c.yaml:1: longer than 65536 characters"),
        onTop("familes: x", "unknown key 'familes'; did you mean families?"),
        onTop("scheduler: sec", "'scheduler' is written as lines of 'key: value', not 'sec'"),
        onTop("scheduler: {name: secs}", "unknown scheduler 'secs'; did you mean sec?"),
        onTop("scheduler: {temperature: 1}", "'name' is missing"),
        onTop(
            "scheduler: {name: plr, temperature: 1}",
            "unknown key of scheduler plr 'temperature'; there is name, beta, exploration"),
        onTop(
            "scheduler: {name: sec, exploration: 0}",
            "'exploration' is a number from 0.01 to 1, not '0'"),
        onTop("scheduler: {name: sec, exploration: .nan}", "'exploration' is a number from"),
        onTop("scheduler: {name: sec, temperature: hot}", "'temperature' is a number from"),
        onTop("learning: {halflife: 3}", "unknown key 'halflife'; did you mean half_life?"),
        onTop("learning: {up: 0.2, down: 0.5}", "'down' is below 'up'; leave a gap"),
        onTop("learning: {evidence: 20}", "'evidence' fades before it is reached"),
        onTop(
            "learning: {half_life: 8, up: 0.9}",
            "no level could move: what is remembered can be at most 0.733 sure; raise"),
        inSum("weight: -1", "'weight' is a number from 0.001 to 1000, not '-1'"),
        inSum("weight: 0", "'weight' is a number from"),
        inSum("weight: [1]", "'weight' is a number from 0.001 to 1000, not a list"),
        inSum("wieght: 1", "unknown key 'wieght'; did you mean weight?"),
        inSum("controls: [1]", "'controls' is written as lines of"),
        inSum(
            "controls: {num_term: 3}",
            "unknown control of chain_sum 'num_term'; did you mean num_terms?"),
        inSum(
            "controls: {num_terms: [2, 9]}",
            "'9' is not a value of 'num_terms'; its values are [2, 3, 4, 5, 6]"),
        inSum("controls: {num_digits: [1, 3]}", "'3' is not a value of 'num_digits'"),
        inSum("controls: {num_terms: two}", "'two' is not a value of 'num_terms'"),
        inSum("controls: {num_terms: }", "nothing is not a value of 'num_terms'"),
        inSum("controls: {num_terms: [5, 3]}", "'num_terms' runs from easy to hard; write [3, 5]"),
        inSum(
            "controls: {num_terms: []}",
            "'num_terms' takes its easiest and its hardest value; write [2, 6]"),
        inSum("controls: {num_terms: [2, 3, 4]}", "'num_terms' takes its easiest and its hardest"),
        inSum("start: {num_digit: 1}", "unknown control of chain_sum 'num_digit'; did you mean"),
        inSum("start: {num_terms: 1}", "'1' is not a value of 'num_terms'"),
        inSum(
            "{controls: {num_terms: [3, 4]}, start: {num_terms: 6}}",
            "'num_terms' starts outside its range; choose one of [3, 4]"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachFaultHasItsLineAndItsMend(String text, String message) {
    assertTrue(faults(text).contains(message), faults(text));
  }

  @Test
  void allFaultsAreToldTogetherByLine() {
    String text =
        """
        name: many
        scheduler: {name: sec, heat: 1}
        families:
          gdc:
          chain_sum:
            weight: -3
            controls:
              num_terms: [1, 99]
        """;
    CurriculumErrors errors = assertThrows(CurriculumErrors.class, () -> parse(text));
    assertEquals(
        List.of(2, 4, 6, 8, 8), errors.problems().stream().map(CurriculumProblem::line).toList());
  }

  @Test
  void aHostileNameIsShortenedToOneLine() {
    String told = faults("name: n\nfamilies:\n  \"" + "a\\n".repeat(500) + "\": 1\n");
    assertTrue(told.length() < 200 && told.lines().count() == 1, told);
  }

  @Test
  void theSourceTellsTwoCurriculaApart() {
    Curriculum one = parse("name: n\nfamilies: {gcd: }\n");
    Curriculum other = parse("name: n\nfamilies: {gcd: } # same\n");
    assertTrue(!one.sha256().equals(other.sha256()));
    assertEquals(one.families(), parse(one.source()).families());
  }

  @Test
  void aFileIsReadFromDisk(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("c.yaml");
    Files.writeString(file, "name: n\nfamilies: {gcd: }\n");
    assertEquals("n", CurriculumFile.read(file, KNOWN).name());
    Files.writeString(file, "x".repeat(300_000));
    assertThrows(CurriculumErrors.class, () -> CurriculumFile.read(file, KNOWN));
  }
}

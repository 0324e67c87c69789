package dev.whetstone.benchmark.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Refusal.Refused;
import dev.whetstone.benchmark.label.Truth.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
  private static final Origin ANY =
      new Origin("golden", Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void eachRatedCompletionOfPrm800kIsAStepAfterTheChosenOnes() throws Exception {
    List<Labelled> all = golden("prm800k");

    assertEquals(List.of("+", "-", "0", "?-", "??+"), signs(all));
    assertEquals(
        List.of(
            "A dog has 4 legs.",
            "Three dogs have 12 legs.",
            "So there are 14 legs.\n\n# Answer\n\n14"),
        all.getLast().solution().steps());
    assertEquals(Scope.STEP, all.getLast().truth().scope());
    assertEquals("How many legs have three dogs and a hen?", all.getLast().solution().problem());
    assertEquals(5, all.stream().map(Labelled::id).distinct().count());
    assertEquals(all, golden("prm800k"), "ids are the same each time");
  }

  @Test
  void aFlattenedRowIsItsLastStep() throws Exception {
    List<Labelled> all = golden("prm800k_steps");

    assertEquals(List.of("+", "?-", "?0"), signs(all));
    assertEquals(List.of("7", "8"), all.stream().limit(2).map(Labelled::id).toList());
    assertEquals("human: OpenAI PRM800K phase 1", all.getFirst().provenance().labelSource());
    assertThrows(IllegalStateException.class, () -> all.get(1).truth().firstError());
  }

  @Test
  void processBenchTellsTheFirstError() throws Exception {
    List<Labelled> all = golden("processbench");

    assertEquals(List.of("+-", "++"), signs(all));
    assertEquals(OptionalInt.of(1), all.getFirst().truth().firstError());
    assertEquals(OptionalInt.empty(), all.getLast().truth().firstError());
    assertEquals(Optional.of(false), all.getFirst().finalAnswerCorrect());
    assertEquals("gsm8k-0", all.getFirst().id());
    assertEquals("Some-Model-7B", all.getFirst().provenance().generator());
  }

  @Test
  void metaReasoningCountsFromOneAndNotTheBlankSteps() throws Exception {
    List<Labelled> all = golden("mr_gsm8k");

    assertEquals(List.of("+-?", "++"), signs(all));
    assertEquals("Step 2: 9 + 2 = 11 are left.", all.getFirst().solution().steps().get(1));
    assertEquals(
        List.of(Optional.of(false), Optional.of(true)),
        all.stream().map(Labelled::finalAnswerCorrect).toList());
  }

  @Test
  void mrBenPutsTheOptionsUnderTheQuestion() throws Exception {
    List<Labelled> all = golden("mr_ben");

    assertEquals(List.of("+-?", "++"), signs(all));
    assertEquals(List.of("q-1/Model-X", "q-1/Model-Y"), all.stream().map(Labelled::id).toList());
    assertEquals(
        "What falls faster in a vacuum?\nA: the stone \nB: both alike ",
        all.getFirst().solution().problem());
  }

  @Test
  void bigBenchMistakeHasNullForNone() throws Exception {
    List<Labelled> all = golden("big_bench_mistake");

    assertEquals(List.of("+-?", "++"), signs(all));
    assertEquals(
        List.of(Optional.of(false), Optional.of(true)),
        all.stream().map(Labelled::finalAnswerCorrect).toList());
  }

  @Test
  void prmBenchLabelsEveryStep() throws Exception {
    assertEquals(List.of("+--+"), signs(golden("prmbench")));
    assertEquals("p_0/circular", golden("prmbench").getFirst().id());
    assertEquals(List.of("-+"), signs(golden("prmbench_original")));
  }

  @Test
  void aReferenceSolutionIsAllRight() throws Exception {
    Labelled only = golden("gsm8k").getFirst();
    assertEquals("++", only.truth().signs());
    assertEquals("#### 12", only.solution().steps().getLast());
  }

  @Test
  void ourOwnRowsSayTheirLicenceAndSplit() throws Exception {
    List<Labelled> all = golden("whetstone");

    assertEquals(List.of("+-", "0-?", "?-"), signs(all));
    assertEquals(
        List.of(Scope.SOLUTION, Scope.SOLUTION, Scope.STEP),
        all.stream().map(l -> l.truth().scope()).toList());
    assertEquals(new Provenance("Some-Model", "human: us", "CC0-1.0"), all.getFirst().provenance());
    assertEquals(Split.VALIDATION, all.getFirst().split());
    assertEquals(Provenance.NO_LICENCE, all.getLast().provenance().licence());
    assertEquals(Split.TEST, all.getLast().split(), "nothing is trained on by accident");
  }

  @Test
  void whatTheUserSaysGoesBeforeWhatTheRowSays() throws Exception {
    Origin said = new Origin("x", Optional.of(Split.TRAIN), Optional.of("MIT"), Optional.empty());
    Labelled first = read("whetstone", said).getFirst();
    assertEquals(Split.TRAIN, first.split());
    assertEquals("MIT", first.provenance().licence());
    assertEquals("x", first.set());
  }

  @ParameterizedTest
  @EnumSource
  void aFormatThatIsNamedReadsWhatIsFoundWithoutItsName(Format format) throws Exception {
    String name = format.name().toLowerCase(Locale.ROOT);
    Origin said = new Origin("golden", Optional.empty(), Optional.empty(), Optional.of(format));
    assertEquals(golden(name), read(name, said));
  }

  private static List<String> signs(List<Labelled> all) {
    return all.stream().map(labelled -> labelled.truth().signs()).toList();
  }

  private static List<Labelled> golden(String name) throws IOException, Refused {
    return read(name, ANY);
  }

  private static List<Labelled> read(String name, Origin origin) throws IOException, Refused {
    RowParser parser = new RowParser(origin, FixedLimits.WIDE);
    List<Labelled> all = new ArrayList<>();
    try (InputStream in = FormatTest.class.getResourceAsStream("/labels/" + name + ".jsonl")) {
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList())
        all.addAll(parser.parse(Optional.of(line.getBytes(UTF_8))));
    }
    return all;
  }
}

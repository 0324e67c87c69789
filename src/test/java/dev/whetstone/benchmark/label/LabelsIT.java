package dev.whetstone.benchmark.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Refusal.Reason;
import dev.whetstone.cli.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Labels in a PostgreSQL of their own. */
class LabelsIT {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;
  private static Labels labels;

  @BeforeAll
  static void open() {
    labels = new Labels(DATABASE.source());
  }

  @Test
  void whatIsImportedIsListedInTheOrderOfItsIds() throws Exception {
    importText("order", row("b", "-1"), row("a", "0"), row("a10", "1"), row("a9", "1"));

    List<Labelled> all = labels.list("order", Optional.empty());

    assertEquals(List.of("a", "a10", "a9", "b"), all.stream().map(Labelled::id).toList());
    assertEquals(
        List.of("-?", "+-", "+-", "++"), all.stream().map(l -> l.truth().signs()).toList());
    assertEquals(Optional.of(true), all.getFirst().finalAnswerCorrect());
    assertEquals("Q's \"p\", {1}\\n é", all.getFirst().solution().problem());
    assertSame(
        all.getFirst().solution().problem(), all.getLast().solution().problem(), "kept twice");
  }

  @Test
  void theSameFileAgainAddsNothingAndSaysSo() throws Exception {
    Path file = file("again", row("a", "0"), row("b", "1"), "x");
    ImportReport first = importFile(file, "again");
    ImportReport second = importFile(file, "again");

    assertEquals(2, first.added());
    assertTrue(first.importedBefore().isEmpty());
    assertEquals(0, second.added());
    assertEquals(2, second.there());
    assertEquals(1, second.refused());
    assertTrue(second.importedBefore().isPresent());
    assertEquals(2, labels.list("again", Optional.empty()).size());
  }

  @Test
  void aKnownIdWithOtherContentIsRefusedWithItsLine() throws Exception {
    importText("taken", row("a", "0"));
    List<Refusal> refused = new ArrayList<>();
    Path file = file("other", row("b", "0"), "", row("a", "1"), row("b", "0"), row("b", "1"));

    ImportReport report =
        labels.importFile(
            file, origin("taken"), FixedLimits.WIDE, UnaryOperator.identity(), refused::add);

    assertEquals(1, report.added());
    assertEquals(1, report.there());
    assertEquals(2, report.refusals().get(Reason.ID_TAKEN).count());
    assertEquals(List.of(3L, 5L), refused.stream().map(Refusal::line).toList());
    assertEquals("-?", labels.list("taken", Optional.empty()).getFirst().truth().signs());
  }

  @Test
  void aRefusedRowLosesNoOther() throws Exception {
    ImportReport report =
        importText("mixed", "x", row("a", "0"), row("b", "7"), "{}", row("c", "-1"), "x", "x", "x");

    assertEquals(2, report.added());
    assertEquals(8, report.lines());
    assertEquals(6, report.refused());
    assertEquals(4, report.refusals().get(Reason.NOT_JSON).count());
    assertEquals(
        List.of(1L, 6L, 7L),
        report.refusals().get(Reason.NOT_JSON).examples().stream().map(Refusal::line).toList());
  }

  @Test
  void aFileWithoutAnyLeavesNoSetBehind() throws Exception {
    assertTrue(importText("empty").isEmpty());
    assertTrue(importText("nonsense", "x", "y").isEmpty());
    assertTrue(labels.sets().stream().noneMatch(s -> s.name().equals("nonsense")));
  }

  @Test
  void aFileThatBreaksOffLeavesNothingBehind() throws Exception {
    Path file = file("broken", row("a", "0"), row("b", "0"), row("c", "0"));
    LabelLimits limits = new FixedLimits(1 << 20, 20, 100, 10_000, 1);
    assertThrows(
        IOException.class,
        () ->
            labels.importFile(
                file, origin("broken"), limits, UnaryOperator.identity(), refusal -> {}));
    assertEquals(List.of(), labels.list("broken", Optional.empty()));
  }

  @Test
  void aSplitIsListedAlone() throws Exception {
    importText("splits", row("a", "0,'split':'train'"), row("b", "-1,'split':'test'"));

    List<Labelled> train = labels.list("splits", Optional.of(Split.TRAIN));

    assertEquals(List.of("a"), train.stream().map(Labelled::id).toList());
    List<LabelSet> sets = labels.sets().stream().filter(s -> s.name().equals("splits")).toList();
    assertEquals(List.of(Split.TEST, Split.TRAIN), sets.stream().map(LabelSet::split).toList());
    assertEquals(List.of(0L, 1L), sets.stream().map(LabelSet::withError).toList());
    assertEquals(List.of("MIT"), sets.getFirst().licences());
  }

  @Test
  void aSetIsRemovedWhole() throws Exception {
    importText("gone", row("a", "0"), row("b", "0"));
    assertEquals(2, labels.remove("gone"));
    assertEquals(0, labels.remove("gone"));
    assertEquals(List.of(), labels.list("gone", Optional.empty()));
    assertTrue(importText("gone", row("a", "1")).importedBefore().isEmpty());
  }

  private ImportReport importText(String set, String... rows) throws IOException, SQLException {
    return importFile(file(set, rows), set);
  }

  private static ImportReport importFile(Path file, String set) throws IOException, SQLException {
    return labels.importFile(
        file, origin(set), FixedLimits.WIDE, UnaryOperator.identity(), refusal -> {});
  }

  private static Origin origin(String set) {
    return new Origin(set, Optional.empty(), Optional.of("MIT"), Optional.empty());
  }

  private Path file(String name, String... rows) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", rows), UTF_8);
  }

  private static String row(String id, String firstError) {
    return """
    {"id":"%s","steps":["s","{t}"],"final_answer_correct":true,"problem":"Q's \\"p\\", {1}\\\\n é","first_error":%s}\
    """
        .formatted(id, firstError.replace('\'', '"'));
  }
}

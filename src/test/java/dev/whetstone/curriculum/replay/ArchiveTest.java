package dev.whetstone.curriculum.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.curriculum.Learning;
import dev.whetstone.curriculum.Lesson;
import dev.whetstone.curriculum.Replay;
import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchiveTest {
  private static final Control LONG = Control.of("long", "how long", 1, 2, 3, 4, 5, 6);
  private static final Control DEEP = Control.of("deep", "how deep", 1, 2, 3);
  private static final FamilyRange SUM = FamilyRange.full("sum", List.of(LONG, DEEP));

  private static Curriculum curriculum(double share) {
    Replay replay = new Replay(share, 10);
    return new Curriculum(
        "archive", "", List.of(SUM), Learning.DEFAULT, LearnabilityScheduler.DEFAULT, replay, "");
  }

  private static Cell cell(int length, int depth) {
    return new Cell("sum", new Levels(List.of(LONG, DEEP), List.of(length, depth)));
  }

  private static Group group(long index, Cell cell, int passed) {
    return new Group(new Lesson(cell, 8, passed), index, Optional.empty(), 0, false);
  }

  private static Group edited(long index, Case of, Cell cell, Edit edit, int passed) {
    Origin origin = new Origin(of.index(), of.cell().levels(), edit);
    return new Group(new Lesson(cell, 8, passed), index, Optional.of(origin), 0, false);
  }

  @Test
  void onlyWhatWasFailedAndSolvedIsKept() {
    Archive archive = Archive.EMPTY;
    archive = archive.after(group(0, cell(0, 0), 8), 1, 10);
    archive = archive.after(group(1, cell(0, 0), 0), 2, 10);
    archive = archive.after(group(2, cell(1, 0), 2), 3, 10);
    assertEquals(List.of(new Case(2, cell(1, 0), Optional.empty(), 0.1875, 0, 3)), archive.cases());
  }

  @Test
  void aCaseLeavesOnceItIsMasteredOrLost() {
    Archive archive = Archive.EMPTY.after(group(2, cell(1, 0), 2), 1, 10);
    Case first = archive.cases().getFirst();
    Archive again = archive.after(edited(2, first, first.cell(), Edit.SAME, 4), 2, 10);
    assertEquals(List.of(new Case(2, cell(1, 0), Optional.empty(), 0.25, 0, 2)), again.cases());
    for (int passed : new int[] {0, 8})
      assertEquals(
          Archive.EMPTY, again.after(edited(2, first, first.cell(), Edit.SAME, passed), 3, 10));
  }

  @Test
  void aSecondGroupOfACaseThatHasLeftDoesNotBringItBack() {
    Archive archive = Archive.EMPTY.after(group(2, cell(1, 0), 2), 1, 10);
    Case first = archive.cases().getFirst();
    Archive gone = archive.after(edited(2, first, first.cell(), Edit.SAME, 8), 2, 10);
    assertEquals(gone, gone.after(edited(2, first, first.cell(), Edit.SAME, 4), 3, 10));
  }

  @Test
  void anEditIsKeptWithItsParentIfItIsStillLearnable() {
    Archive archive = Archive.EMPTY.after(group(2, cell(1, 0), 2), 1, 10);
    Case parent = archive.cases().getFirst();
    Archive child = archive.after(edited(9, parent, cell(2, 0), Edit.HARDER, 1), 2, 10);
    assertEquals(
        Optional.of(new Origin(2, cell(1, 0).levels(), Edit.HARDER)),
        child.cases().getLast().origin());
    assertEquals(archive, archive.after(edited(9, parent, cell(2, 0), Edit.HARDER, 0), 2, 10));
    Case grown = child.cases().getLast();
    Archive later = child.after(edited(9, grown, grown.cell(), Edit.SAME, 3), 3, 10);
    assertEquals(grown.origin(), later.cases().getLast().origin());
  }

  private static Group contested(long index, Cell cell, int passed, int contested) {
    return new Group(new Lesson(cell, 8, passed), index, Optional.empty(), contested, false);
  }

  @Test
  void whatFooledAVerifierComesFirstAndIsEditedEvenIfNobodySolvedIt() {
    Archive archive = Archive.EMPTY;
    for (int i = 0; i < 9; i++) archive = archive.after(group(i, cell(0, 0), 4), i + 1, 10);
    archive = archive.after(contested(9, cell(2, 1), 2, 1), 10, 10);
    List<Pick> picks = archive.picks(curriculum(0.5), 10);
    double first = share(picks, 9);
    for (int i = 0; i < 9; i++) assertTrue(first > 2 * share(picks, i), i + " before the fooler");
    Set<Edit> edits =
        picks.stream().filter(p -> p.of().index() == 9).map(Pick::edit).collect(Collectors.toSet());
    assertEquals(Set.of(Edit.values()), edits);
    Archive lost = Archive.EMPTY.after(contested(3, cell(0, 0), 0, 2), 1, 10);
    assertEquals(List.of(new Case(3, cell(0, 0), Optional.empty(), 0.25, 2, 1)), lost.cases());
    Case known = lost.cases().getFirst();
    assertEquals(
        Archive.EMPTY, lost.after(edited(3, known, known.cell(), Edit.SAME, 0), 2, 10), "settled");
  }

  private static double share(List<Pick> picks, long index) {
    return picks.stream().filter(p -> p.of().index() == index).mapToDouble(Pick::probability).sum();
  }

  @Test
  void whatSomebodyProposedIsNotKeptSinceItsIndexNamesAnotherTask() {
    Group proposed = new Group(new Lesson(cell(0, 0), 8, 4), 0, Optional.empty(), 1, true);
    assertEquals(Archive.EMPTY, Archive.EMPTY.after(proposed, 1, 10));
  }

  @Test
  void eachWayOfEditingIsAsProbableAsAnother() {
    Archive archive = Archive.EMPTY.after(group(2, cell(2, 1), 2), 1, 10);
    Map<Edit, Double> ways = new HashMap<>();
    for (Pick pick : archive.picks(curriculum(0.5), 1))
      ways.merge(pick.edit(), pick.probability(), Double::sum);
    assertEquals(5, ways.size());
    ways.values().forEach(p -> assertEquals(0.2, p, 1e-9));
    Archive easiest = Archive.EMPTY.after(group(2, cell(0, 0), 2), 1, 10);
    assertTrue(
        easiest.picks(curriculum(0.5), 1).stream()
            .noneMatch(p -> p.edit() == Edit.EASIER || p.edit() == Edit.RESHAPE));
  }

  @Test
  void whatTeachesLeastGoesFirst() {
    Archive archive = Archive.EMPTY;
    for (int i = 0; i < 40; i++)
      archive = archive.after(group(i, cell(i % 6, 0), 1 + i % 7), i + 1, 10);
    assertEquals(10, archive.cases().size());
    assertTrue(archive.cases().stream().allMatch(c -> c.score() >= 0.2));
  }

  @Test
  void everyEditStaysInTheCurriculumAndTheirProbabilitiesSumToOne() {
    SplittableRandom random = new SplittableRandom(1);
    for (int seed = 0; seed < 30; seed++) {
      Archive archive = grown(random, 1 + seed);
      double sum = 0;
      for (Pick pick : archive.picks(curriculum(0.5), 100)) {
        assertTrue(SUM.allows(pick.cell().levels()));
        assertTrue(pick.probability() > 0);
        int apart = distance(pick.of().cell(), pick.cell());
        int expected =
            switch (pick.edit()) {
              case SAME, RESEED -> 0;
              case HARDER, EASIER -> 1;
              case RESHAPE -> 2;
            };
        assertEquals(expected, apart);
        sum += pick.probability();
      }
      assertEquals(1, sum, 1e-9);
    }
  }

  private static Archive grown(SplittableRandom random, int cases) {
    Archive archive = Archive.EMPTY;
    for (int i = 0; i < cases; i++)
      archive =
          archive.after(
              group(i, cell(random.nextInt(6), random.nextInt(3)), random.nextInt(9)), i + 1, 10);
    return archive.cases().isEmpty() ? archive.after(group(99, cell(0, 0), 4), 99, 10) : archive;
  }

  private static int distance(Cell one, Cell other) {
    int sum = 0;
    for (int i = 0; i < 2; i++)
      sum += Math.abs(one.levels().indices().get(i) - other.levels().indices().get(i));
    return sum;
  }

  @Test
  void drawsFollowTheProbabilitiesThatAreLogged() {
    CurriculumState state = CurriculumState.start(curriculum(0.4), Map.of());
    Archive archive = grown(new SplittableRandom(3), 25);
    Mixture mixture = Mixture.of(state, archive, 8);
    Map<Cell, Integer> counts = new HashMap<>();
    Map<Cell, Double> logged = new HashMap<>();
    SplittableRandom random = new SplittableRandom(5);
    int replayed = 0;
    for (int i = 0; i < 50_000; i++) {
      Mixture.Drawn drawn = mixture.draw(random);
      counts.merge(drawn.cell(), 1, Integer::sum);
      assertEquals(drawn.probability(), logged.getOrDefault(drawn.cell(), drawn.probability()));
      logged.put(drawn.cell(), drawn.probability());
      if (drawn.origin().isPresent()) replayed++;
    }
    assertEquals(0.4, replayed / 50_000.0, 0.01);
    assertEquals(1, logged.values().stream().mapToDouble(p -> p).sum(), 1e-9);
    logged.forEach((cell, p) -> assertEquals(p, counts.get(cell) / 50_000.0, 0.012));
  }

  @Test
  void withoutReplayTheDrawsAreTheSchedulersToTheBit() {
    CurriculumState state = CurriculumState.start(curriculum(0), Map.of());
    Archive archive = grown(new SplittableRandom(3), 25);
    Mixture mixture = Mixture.of(state, archive, 8);
    SplittableRandom one = new SplittableRandom(6);
    SplittableRandom other = new SplittableRandom(6);
    for (int i = 0; i < 200; i++) {
      Mixture.Drawn drawn = mixture.draw(one);
      assertEquals(state.distribution(8).sample(other).cell(), drawn.cell());
      assertFalse(drawn.origin().isPresent());
    }
  }

  /** ACCEL's promise: the edits of what is just learnable climb with the learner's frontier. */
  @Test
  void theArchiveFollowsTheFrontier() {
    SplittableRandom random = new SplittableRandom(7);
    List<Double> depths = new ArrayList<>();
    Archive archive = Archive.EMPTY.after(group(0, cell(0, 0), 4), 1, 10);
    CurriculumState state = CurriculumState.start(curriculum(0.9), Map.of());
    for (int i = 1; i < 600; i++) {
      Mixture.Drawn drawn = Mixture.of(state, archive, 8).draw(random);
      double skill = i / 120.0;
      double solved = 1 / (1 + Math.exp(2 * (sum(drawn.cell()) - skill)));
      int passed = 0;
      for (int k = 0; k < 8; k++) if (random.nextDouble() < solved) passed++;
      Lesson lesson = new Lesson(drawn.cell(), 8, passed);
      boolean same = drawn.origin().filter(o -> o.edit() == Edit.SAME).isPresent();
      long index = same ? drawn.origin().get().parent() : i;
      state = state.learn(lesson).state();
      Group group = new Group(lesson, index, drawn.origin(), 0, false);
      archive = archive.after(group, state.lessons(), 10);
      depths.add(archive.cases().stream().mapToInt(c -> sum(c.cell())).average().orElse(0));
    }
    double early = depths.subList(50, 150).stream().mapToDouble(d -> d).average().orElseThrow();
    double late = depths.subList(499, 599).stream().mapToDouble(d -> d).average().orElseThrow();
    assertTrue(late > early + 1.5, early + " to " + late);
    Set<Long> indices = archive.cases().stream().map(Case::index).collect(Collectors.toSet());
    assertEquals(archive.cases().size(), indices.size());
  }

  private static int sum(Cell cell) {
    return cell.levels().indices().stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void whatIsNoShareOrScoreIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Replay(Double.NaN, 10));
    assertThrows(IllegalArgumentException.class, () -> new Replay(0.91, 10));
    assertThrows(IllegalArgumentException.class, () -> new Replay(0.5, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Case(0, cell(0, 0), Optional.empty(), 0, 0, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new Case(0, cell(0, 0), Optional.empty(), 0.3, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> contested(0, cell(0, 0), 4, 9));
  }
}

package dev.whetstone.curriculum.replay;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.task.Levels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A run's archived cases, oldest first: immutable, a fold over groups in their order. A case stays
 * while its latest group differed or fooled a verifier, and an edit is kept on the same condition.
 */
public record Archive(List<Case> cases) {
  public static final Archive EMPTY = new Archive(List.of());

  /** Of Prioritized Level Replay: rank^(-1/beta), and the share that goes by staleness. */
  private static final double BETA = 0.3;

  private static final double STALE = 0.1;

  public Archive {
    cases = List.copyOf(cases);
  }

  /**
   * @param number of the group's lesson
   */
  public Archive after(Group group, long number, int capacity) {
    if (group.proposed()) return this;
    List<Case> kept = new ArrayList<>(cases);
    boolean known = kept.removeIf(c -> group.isReplay() && c.index() == group.index());
    if (group.teaches() && (known || !group.isReplay()))
      kept.add(
          new Case(
              group.index(),
              group.lesson().cell(),
              known ? origin(group.index()) : group.origin(),
              group.score(),
              group.contested(),
              number));
    if (kept.size() > capacity)
      kept.remove(kept.stream().min(Comparator.comparingDouble(Case::score)).orElseThrow());
    return new Archive(kept);
  }

  /** Where a case came from first; that it was asked again is no new origin. */
  private Optional<Origin> origin(long index) {
    return cases.stream().filter(c -> c.index() == index).findFirst().orElseThrow().origin();
  }

  /** Every edit that the curriculum allows, with its probability; they sum to 1. */
  List<Pick> picks(Curriculum curriculum, long lessons) {
    double[] shares = shares(lessons);
    List<Pick> picks = new ArrayList<>();
    for (int i = 0; i < shares.length; i++)
      picks.addAll(edits(cases.get(i), curriculum, shares[i]));
    return picks;
  }

  private double[] shares(long lessons) {
    int size = cases.size();
    List<Integer> byScore =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -cases.get(i).score()))
            .toList();
    double ranks = 0;
    double stale = 0;
    for (int i = 0; i < size; i++) {
      ranks += StrictMath.pow(i + 1, -1 / BETA);
      stale += lessons + 1 - cases.get(i).lesson();
    }
    double[] shares = new double[size];
    for (int rank = 0; rank < size; rank++) {
      int i = byScore.get(rank);
      shares[i] =
          (1 - STALE) * StrictMath.pow(rank + 1, -1 / BETA) / ranks
              + STALE * (lessons + 1 - cases.get(i).lesson()) / stale;
    }
    return shares;
  }

  /** Every way that there is equally probable, and within it every place. */
  private static List<Pick> edits(Case of, Curriculum curriculum, double share) {
    FamilyRange range = range(curriculum, of.cell().family());
    List<Pick> picks = new ArrayList<>();
    List<Edit> ways =
        Arrays.stream(Edit.values()).filter(e -> !places(of, range, e).isEmpty()).toList();
    for (Edit edit : ways) {
      List<Levels> places = places(of, range, edit);
      double each = share / ways.size() / places.size();
      for (Levels levels : places)
        picks.add(new Pick(of, edit, new Cell(range.name(), levels), each));
    }
    return picks;
  }

  private static List<Levels> places(Case of, FamilyRange range, Edit edit) {
    Levels levels = of.cell().levels();
    return switch (edit) {
      case SAME, RESEED -> List.of(levels);
      case HARDER -> range.beside(levels, 1);
      case EASIER -> range.beside(levels, -1);
      case RESHAPE ->
          range.beside(levels, 1).stream()
              .flatMap(up -> range.beside(up, -1).stream())
              .filter(other -> !other.equals(levels))
              .toList();
    };
  }

  private static FamilyRange range(Curriculum curriculum, String family) {
    return curriculum.families().stream()
        .filter(range -> range.name().equals(family))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not in the curriculum: " + family));
  }
}

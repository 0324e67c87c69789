package dev.whetstone.training.promotion.simulation;

import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.training.promotion.Decision;
import dev.whetstone.training.promotion.Evidence;
import dev.whetstone.training.promotion.Gate;
import dev.whetstone.training.promotion.GateSettings;
import dev.whetstone.training.promotion.Paired;
import dev.whetstone.training.promotion.simulation.Planted.Kind;
import dev.whetstone.training.promotion.simulation.World.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Plants versions before the gate, and counts those that it promotes. */
public final class Simulation {
  private static final int HUMAN_SETS = 3;
  private static final int HUMAN_PER_SET = 150;
  private static final int FAMILIES = 18;
  private static final int PER_FAMILY = 100;
  private static final int ARCHIVED = 200;

  private final Gate gate;

  public Simulation(GateSettings settings) {
    this.gate = new Gate(settings);
  }

  /**
   * How many of one kind were promoted.
   *
   * @param bound how many may be, or must be, in words; blank where it is only told
   */
  public record Row(String kind, int planted, int promoted, String bound, boolean met) {}

  /** A row for each kind. */
  public List<Row> run(int each, long seed) {
    List<Row> rows = new ArrayList<>();
    for (Kind kind : Kind.values()) rows.add(row(kind, each, new SplittableRandom(seed)));
    return rows;
  }

  private Row row(Kind kind, int each, SplittableRandom random) {
    int promoted = 0;
    for (int i = 0; i < each; i++) if (decide(kind, random.split()).promoted()) promoted++;
    boolean met = kind.bound.holds((double) promoted / each);
    return new Row(kind.words, each, promoted, kind.bound.words, met);
  }

  Decision decide(Kind kind, RandomGenerator random) {
    World world = new World(random);
    List<Pair> archive = archive(world, kind.planted);
    Set<String> foolers =
        archive.stream().map(pair -> pair.incumbent().item().id()).collect(Collectors.toSet());
    return gate.decide(
        "incumbent",
        new Evidence(
            paired(human(world, kind.planted)),
            paired(archive),
            foolers,
            paired(families(world, kind.planted))));
  }

  private static List<Pair> human(World world, Planted planted) {
    List<Pair> pairs = new ArrayList<>();
    for (int set = 0; set < HUMAN_SETS; set++)
      pairs.addAll(world.pairs("human/" + set, HUMAN_PER_SET, planted, Planted::human));
    return pairs;
  }

  private static List<Pair> families(World world, Planted planted) {
    List<Pair> pairs = new ArrayList<>();
    for (int family = 0; family < FAMILIES; family++) {
      ToDoubleFunction<Planted> accuracy = family == 0 ? Planted::forgotten : Planted::families;
      pairs.addAll(world.pairs(Generated.SETS + family, PER_FAMILY, planted, accuracy));
    }
    return pairs;
  }

  /** As it comes about: what the incumbent was surely wrong about, and nothing else. */
  private List<Pair> archive(World world, Planted planted) {
    List<Pair> fooled = new ArrayList<>();
    while (fooled.size() < ARCHIVED)
      world.pairs("archive", ARCHIVED, planted, Planted::archive).stream()
          .filter(pair -> gate.isFooled(pair.incumbent()))
          .limit(ARCHIVED - fooled.size())
          .forEach(fooled::add);
    return fooled;
  }

  private static Paired paired(List<Pair> pairs) {
    return new Paired(
        pairs.stream().map(Pair::candidate).toList(), pairs.stream().map(Pair::incumbent).toList());
  }
}

package dev.whetstone.training.simulation;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.training.promotion.Gate;
import dev.whetstone.training.simulation.Solver.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One solver before one verifier, with the loop or without it. */
final class Run {
  private final World world;
  private final boolean loop;
  private final SplittableRandom random;
  private final Map<String, Solver> solvers = new LinkedHashMap<>();
  private final Asking asking;
  private final Foolers foolers;
  private final Lessons lessons;
  private final Versions versions;
  private int rounds;

  Run(World world, Grounds grounds, Gate gate, boolean loop, long seed) {
    this.world = world;
    this.loop = loop;
    random = new SplittableRandom(seed);
    List<Read> first = new ArrayList<>();
    for (TaskFamily family : world.families())
      first.addAll(start(new Author(family, "run-" + seed, random.split())));
    asking = new Asking(List.copyOf(solvers.keySet()), random.split());
    foolers = new Foolers(gate);
    Examiners examiners = new Examiners(random.split());
    People people = new People(world.read(), random.split());
    lessons = new Lessons(first, examiners, people, foolers);
    versions = new Versions(world, grounds, gate, first, random.split());
  }

  /** The first labels tell of one slip alone: the one that honest attempts make. */
  private List<Read> start(Author author) {
    List<Flaw> flaws = List.copyOf(author.flaws());
    Flaw slip = flaws.getFirst();
    Policy policy = new Policy(Solver.ways(flaws), world.honest());
    solvers.put(author.family(), new Solver(author, slip, policy, world.skill(), random.split()));
    List<Read> first = new ArrayList<>();
    for (int i = 0; i < world.first(); i++)
      first.add(Read.of(i % 2 == 0 ? author.right() : author.flawed(slip)));
    return first;
  }

  /** An answer, read and judged. */
  private record Judgement(String family, Read read, boolean passed) {}

  Round round() {
    rounds++;
    List<Judgement> judged = new ArrayList<>();
    for (String family : families()) judged.add(judge(family));
    List<Round.Family> families =
        solvers.keySet().stream().map(family -> family(family, judged)).toList();
    Cost cost = loop ? turn(judged, families) : Cost.NONE;
    return new Round(
        versions.serving().version(), versions.accuracy(), versions.onHuman(), cost, families);
  }

  private List<String> families() {
    if (loop && world.curriculum()) return asking.choose(world.answers() * solvers.size());
    List<String> families = new ArrayList<>();
    for (int i = 0; i < world.answers(); i++) families.addAll(solvers.keySet());
    return families;
  }

  private Judgement judge(String family) {
    Solver solver = solvers.get(family);
    Answer answer = solver.answer();
    Read read = Read.of(answer.work());
    boolean passed = versions.serving().says(read).right();
    solver.learn(answer, passed ? 1 : 0);
    return new Judgement(family, read, passed);
  }

  private static Round.Family family(String name, List<Judgement> judged) {
    List<Judgement> own = judged.stream().filter(j -> j.family.equals(name)).toList();
    List<Judgement> rewarded = own.stream().filter(Judgement::passed).toList();
    int exploits = (int) rewarded.stream().filter(j -> j.read.isWrong()).count();
    return new Round.Family(name, own.size(), rewarded.size(), exploits);
  }

  /** Labels, the curriculum's trust, and now and then a new version. */
  private Cost turn(List<Judgement> judged, List<Round.Family> families) {
    Map<Read, Judgement> sample = new LinkedHashMap<>();
    for (int i : random.ints(0, judged.size()).distinct().limit(world.examined()).toArray())
      sample.put(judged.get(i).read, judged.get(i));
    Cost cost =
        lessons.label(
            List.copyOf(sample.keySet()),
            versions.serving(),
            (read, truth) ->
                asking.told(sample.get(read).family, sample.get(read).passed, truth.hasError()));
    asking.learn(families);
    if (rounds % world.every() == 0) versions.retrain(lessons.labelled(), foolers);
    return cost;
  }
}

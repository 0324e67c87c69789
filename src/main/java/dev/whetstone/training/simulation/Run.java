package dev.whetstone.training.simulation;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.training.promotion.Gate;
import dev.whetstone.training.simulation.Lessons.Lesson;
import dev.whetstone.training.simulation.Lessons.Taught;
import dev.whetstone.training.simulation.Solver.Answer;
import dev.whetstone.verify.labelling.Rule;
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

  Run(World world, Grounds grounds, Rule rule, Gate gate, boolean loop, long seed) {
    this.world = world;
    this.loop = loop;
    random = new SplittableRandom(seed);
    List<Read> first = new ArrayList<>();
    for (TaskFamily family : world.families())
      first.addAll(start(new Author(family, "run-" + seed, random.split())));
    asking = new Asking(List.copyOf(solvers.keySet()), random.split());
    foolers = new Foolers(gate);
    Examiners examiners = new Examiners(rule, random.split());
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
  private record Judgement(Read read, boolean passed) {
    String family() {
      return Author.family(read.item());
    }
  }

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
    return new Judgement(read, passed);
  }

  private static Round.Family family(String name, List<Judgement> judged) {
    List<Judgement> own = judged.stream().filter(j -> j.family().equals(name)).toList();
    List<Judgement> rewarded = own.stream().filter(Judgement::passed).toList();
    int exploits = (int) rewarded.stream().filter(j -> j.read.isWrong()).count();
    return new Round.Family(name, own.size(), rewarded.size(), exploits);
  }

  /** Labels, the curriculum's trust, and now and then a new version. */
  private Cost turn(List<Judgement> judged, List<Round.Family> families) {
    List<Judgement> sample =
        random
            .ints(0, judged.size())
            .distinct()
            .limit(Math.min(world.examined(), judged.size()))
            .mapToObj(judged::get)
            .toList();
    Taught taught =
        lessons.label(sample.stream().map(Judgement::read).toList(), versions.serving());
    for (Lesson lesson : taught.lessons()) {
      boolean passed = versions.serving().says(lesson.read()).right();
      asking.told(Author.family(lesson.read().item()), passed, lesson.label().hasError());
    }
    asking.learn(families);
    if (rounds % world.every() == 0) versions.retrain(lessons.labelled(), foolers);
    return taught.cost();
  }
}

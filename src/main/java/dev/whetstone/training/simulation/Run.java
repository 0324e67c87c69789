package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.training.promotion.Decision;
import dev.whetstone.training.promotion.Evidence;
import dev.whetstone.training.promotion.Gate;
import dev.whetstone.training.promotion.Paired;
import dev.whetstone.training.simulation.Examiners.Examined;
import dev.whetstone.training.simulation.Solver.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** One solver before one verifier, with the loop or without it. */
final class Run {
  private final World world;
  private final Grounds grounds;
  private final Gate gate;
  private final boolean loop;
  private final SplittableRandom random;
  private final long seed;
  private final List<Solver> solvers = new ArrayList<>();
  private final List<Read> labels = new ArrayList<>();
  private final Examiners examiners;
  private final People people;
  private final Foolers foolers;
  private LinearVerifier serving;
  private int rounds;
  private int versions = 1;

  Run(World world, Grounds grounds, Gate gate, boolean loop, long seed) {
    this.world = world;
    this.grounds = grounds;
    this.gate = gate;
    this.loop = loop;
    this.seed = seed;
    random = new SplittableRandom(seed);
    for (TaskFamily family : world.families()) start(family);
    examiners = new Examiners(random.split());
    people = new People(world.read(), random.split());
    foolers = new Foolers(gate);
    serving = LinearVerifier.fit(versions, labels);
  }

  private void start(TaskFamily family) {
    Author author = new Author(family, "run-" + seed, random.split());
    List<Flaw> flaws = List.copyOf(author.flaws());
    Policy policy = new Policy(Solver.ways(flaws), world.rate(), world.honest());
    solvers.add(new Solver(author, flaws.getFirst(), policy, world.skill(), random.split()));
    Flaw known = flaws.getFirst();
    for (int i = 0; i < world.first(); i++)
      labels.add(Read.of(i % 2 == 0 ? author.right() : author.flawed(known)));
  }

  Round round() {
    rounds++;
    List<Read> reads = new ArrayList<>();
    int rewarded = 0, exploits = 0, right = 0;
    for (Solver solver : solvers)
      for (int i = 0; i < world.answers(); i++) {
        Answer answer = solver.answer();
        Read read = Read.of(answer.work());
        boolean accepted = serving.says(read).right();
        solver.learn(answer, accepted ? 1 : 0);
        boolean wrong = answer.work().truth().hasError();
        if (accepted) rewarded++;
        if (accepted && wrong) exploits++;
        if (!wrong) right++;
        reads.add(read);
      }
    int made = 0, bad = 0, toPeople = 0, calls = 0, n = 0;
    if (loop) {
      for (int i = reads.size() - 1; i > 0; i--)
        java.util.Collections.swap(reads, i, random.nextInt(i + 1));
      List<Read> contested = new ArrayList<>();
      List<Double> shares = new ArrayList<>();
      List<Read[]> fresh = new ArrayList<>();
      for (Read read : reads.subList(0, Math.min(world.examined(), reads.size()))) {
        n++;
        Examined e = examiners.examine(read.item().truth());
        calls += e.calls();
        e.truth().ifPresent(t -> fresh.add(new Read[] {read, labelled(read, t)}));
        if (e.contested()) {
          contested.add(read);
          shares.add(e.correctShare());
        }
      }
      for (int i : people.drawn(shares.stream().mapToDouble(x -> x).toArray())) {
        toPeople++;
        Read read = contested.get(i);
        fresh.add(new Read[] {read, labelled(read, people.label(read.item().truth()))});
      }
      for (Read[] f : fresh) {
        made++;
        if (f[0].item().truth().hasError() != f[1].item().truth().hasError()) bad++;
        if (foolers.add(serving, f[1])) labels.add(f[1]);
      }
      if (rounds % world.every() == 0) retrain();
    }
    return new Round(
        reads.size(), rewarded, exploits, right, serving.accuracy(grounds.exam()),
        grounds.human().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(serving.accuracy(grounds.human())),
        serving.version(), made, bad, n, toPeople, calls);
  }

  private static Read labelled(Read read, Truth truth) {
    return read.as(Relabelled.of(read.item(), "labelled", truth));
  }

  private void retrain() {
    LinearVerifier candidate = LinearVerifier.fit(++versions, labels);
    List<Read> fresh = Read.all(Grounds.generated(world.families(), world.fresh(), random.nextLong()));
    Decision decision =
        gate.decide(
            "linear@" + serving.version(),
            new Evidence(
                paired(candidate, grounds.people()),
                paired(candidate, foolers.toMeasureOn()),
                foolers.of(serving),
                paired(candidate, fresh)));
    if (Boolean.getBoolean("v")) System.out.println(decision.promoted() + " " + decision.reason());
    if (decision.promoted()) serving = candidate;
  }

  private Paired paired(LinearVerifier candidate, List<Read> reads) {
    return new Paired(candidate.judged(reads), serving.judged(reads));
  }

  double[][] shares() {
    return solvers.stream().map(Solver::shares).toArray(double[][]::new);
  }
}

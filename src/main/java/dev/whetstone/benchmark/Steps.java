package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.metric.Calibration;
import dev.whetstone.benchmark.metric.Clusters;
import dev.whetstone.benchmark.metric.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labelled steps of judged items, each with its score: those after a wrong one are left out.
 */
public final class Steps {
  private final List<Step> steps = new ArrayList<>();

  /**
   * @param index of the step, from 0
   * @param score P(step is right), as judged
   * @param right as labelled
   */
  public record Step(Judged judged, int index, double score, boolean right) {
    public String text() {
      return judged.item().solution().steps().get(index);
    }
  }

  public static Steps of(List<Judged> judged) {
    Steps steps = new Steps();
    judged.forEach(steps::add);
    return steps;
  }

  private void add(Judged judged) {
    if (!(judged.judgement() instanceof Judgement.Said said) || said.steps().isEmpty()) return;
    List<StepLabel> labels = judged.item().truth().steps();
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).isKnown())
        steps.add(new Step(judged, i, said.steps().get(i), labels.get(i).isRight()));
      if (labels.get(i) == StepLabel.WRONG) return;
    }
  }

  public List<Step> list() {
    return List.copyOf(steps);
  }

  public int wrong() {
    return (int) steps.stream().filter(step -> !step.right()).count();
  }

  /** For finding the wrong steps: these are the positives. */
  public Ranking ranking() {
    return ranking(steps, clusters());
  }

  /** The same of each set alone, all drawn as one whole. */
  public List<Ranking> rankingsBySet() {
    Clusters all = clusters();
    Map<String, List<Integer>> sets = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++)
      sets.computeIfAbsent(steps.get(i).judged().item().set(), set -> new ArrayList<>()).add(i);
    return sets.values().stream()
        .map(part -> ranking(part.stream().map(steps::get).toList(), all.part(part)))
        .toList();
  }

  private static Ranking ranking(List<Step> steps, Clusters clusters) {
    double[] suspicion = steps.stream().mapToDouble(step -> -step.score()).toArray();
    boolean[] wrong = new boolean[suspicion.length];
    for (int i = 0; i < wrong.length; i++) wrong[i] = !steps.get(i).right();
    return new Ranking(suspicion, wrong, clusters);
  }

  public Calibration calibration() {
    double[] scores = steps.stream().mapToDouble(Step::score).toArray();
    boolean[] right = new boolean[scores.length];
    for (int i = 0; i < right.length; i++) right[i] = steps.get(i).right();
    return new Calibration(scores, right, clusters());
  }

  private Clusters clusters() {
    return Clusters.of(steps.stream().map(s -> Judged.problem(s.judged().item())).toList());
  }
}

package dev.whetstone.model.host;

import dev.whetstone.model.StepTree;
import dev.whetstone.model.text.Before;
import dev.whetstone.model.text.Node;
import dev.whetstone.model.wide.Features;
import dev.whetstone.model.wide.LogisticRegression;
import dev.whetstone.model.wide.StepFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The steps of a tree that can be read, with what is noted of each in the light of the earlier. */
final class Noted {
  private final Plain plain;
  private final StepTree tree;
  private final LogisticRegression wide;
  private final Before given;
  private final Before[] then;
  private final int[] place;
  private final double[] priors;
  private final List<Windowed.Step> steps = new ArrayList<>();

  Noted(Plain plain, LogisticRegression wide) {
    this.plain = plain;
    this.tree = plain.tree();
    this.wide = wide;
    given = Before.ofProblem(tree.problem());
    then = new Before[tree.steps().size()];
    place = new int[then.length];
    priors = new double[then.length];
    Arrays.fill(priors, Double.NaN);
    for (int i = then.length - 1; i >= 0; i--) if (plain.step(i).isPresent()) prior(i);
    for (int i = 0; i < then.length; i++) if (plain.step(i).isPresent()) add(i);
  }

  List<Windowed.Step> steps() {
    return List.copyOf(steps);
  }

  private void add(int step) {
    int parent = tree.steps().get(step).parent();
    String text = tree.steps().get(step).text();
    place[step] = steps.size();
    Node node =
        new Node(
            parent < 0 ? -1 : place[parent],
            plain.step(step).orElseThrow().noted(text, behind(parent)),
            true);
    steps.add(new Windowed.Step(step, node, priors[step]));
  }

  /** What stands before a step that follows on this one. */
  private Before behind(int step) {
    if (step < 0) return given;
    StepTree.Step last = tree.steps().get(step);
    if (then[step] == null) then[step] = behind(last.parent()).then(last.text());
    return then[step];
  }

  /** Of this step and of those before it, unless they are known: once for each branch. */
  private void prior(int step) {
    if (!Double.isNaN(priors[step])) return;
    List<Integer> path = tree.path(step);
    int first = 0;
    while (!Double.isNaN(priors[path.get(first)])) first++;
    List<Features> features = StepFeatures.from(first, tree.derivation(step));
    for (int i = first; i < path.size(); i++)
      priors[path.get(i)] = wide.logit(features.get(i - first));
  }
}

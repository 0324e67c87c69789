package dev.whetstone.model.host;

import dev.whetstone.model.StepTree;
import dev.whetstone.model.text.Before;
import dev.whetstone.model.text.Node;
import dev.whetstone.model.text.Tokens;
import dev.whetstone.model.wide.LogisticRegression;
import dev.whetstone.model.wide.Prior;
import dev.whetstone.model.wide.StepFeatures;
import java.util.ArrayList;
import java.util.List;

/** The steps of a tree that can be read, with what is noted of each in the light of the earlier. */
final class Noted {
  private final Plain plain;
  private final StepTree tree;
  private final Before given;
  private final Before[] then;
  private final List<Integer> readable = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final List<Windowed.Step> steps = new ArrayList<>();

  Noted(Plain plain, LogisticRegression wide) {
    this.plain = plain;
    this.tree = plain.tree();
    given = Before.ofProblem(tree.problem());
    then = new Before[tree.steps().size()];
    read();
    List<Prior> priors = priors(wide);
    for (int i = 0; i < readable.size(); i++) steps.add(step(i, priors.get(i)));
  }

  List<Windowed.Step> steps() {
    return List.copyOf(steps);
  }

  /** Where a step can be read, those before it can. */
  private void read() {
    int[] place = new int[then.length];
    for (int step = 0; step < then.length; step++) {
      if (plain.step(step).isEmpty()) continue;
      int parent = tree.steps().get(step).parent();
      place[step] = readable.size();
      parents.add(parent < 0 ? -1 : place[parent]);
      readable.add(step);
    }
  }

  private List<Prior> priors(LogisticRegression wide) {
    List<Prior> priors = new ArrayList<>();
    List<String> texts = readable.stream().map(step -> tree.steps().get(step).text()).toList();
    StepFeatures.ofTree(
        tree.problem(), parents, texts, features -> priors.add(wide.prior(features)));
    return priors;
  }

  private Windowed.Step step(int place, Prior prior) {
    int index = readable.get(place);
    StepTree.Step step = tree.steps().get(index);
    Tokens tokens = plain.step(index).orElseThrow().noted(step.text(), behind(step.parent()));
    return new Windowed.Step(index, new Node(parents.get(place), tokens, true), prior);
  }

  /** What stands before a step that follows on this one. */
  private Before behind(int step) {
    if (step < 0) return given;
    StepTree.Step last = tree.steps().get(step);
    if (then[step] == null) then[step] = behind(last.parent()).then(last.text());
    return then[step];
  }
}

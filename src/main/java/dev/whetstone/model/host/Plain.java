package dev.whetstone.model.host;

import dev.whetstone.model.StepTree;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.text.StepTokenizer;
import dev.whetstone.model.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts of a tree as tokens, before anything is noted of them: what is too long is found out
 * before it costs.
 */
final class Plain {
  private final StepTree tree;
  private final Tokens problem;
  private final int window;
  private final List<Optional<Tokens>> steps = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final List<Long> characters = new ArrayList<>();

  /**
   * @throws Unscorable if its problem is too long
   */
  Plain(StepTree tree, StepTokenizer tokenizer, int window, Bounds bounds) throws Unscorable {
    this.tree = tree;
    this.window = window;
    bounds.requireShort("its problem", tree.problem());
    problem = tokenizer.plain(tree.problem());
    for (int i = 0; i < tree.steps().size(); i++) add(i, tokenizer, bounds);
  }

  private void add(int step, StepTokenizer tokenizer, Bounds bounds) {
    int parent = tree.steps().get(step).parent();
    String text = tree.steps().get(step).text();
    long before = parent < 0 ? tree.problem().length() : characters.get(parent);
    characters.add(before + text.length());
    try {
      if (parent >= 0 && steps.get(parent).isEmpty()) throw new Unscorable(faults.get(parent));
      bounds.requireShort("step " + step, text);
      bounds.requireWithin(characters.get(step));
      steps.add(Optional.of(fitting(step, tokenizer.plain(text))));
      faults.add("");
    } catch (Unscorable e) {
      steps.add(Optional.empty());
      faults.add(e.getMessage());
    }
  }

  private Tokens fitting(int step, Tokens tokens) throws Unscorable {
    if (problem.length() + 3 + tokens.length() > window)
      throw new Unscorable(
          "step %d of %d tokens and its problem of %d do not fit a window of %d tokens"
              .formatted(step, tokens.length(), problem.length(), window));
    return tokens;
  }

  StepTree tree() {
    return tree;
  }

  Tokens problem() {
    return problem;
  }

  /** Empty where it, or a step before it, cannot be read. */
  Optional<Tokens> step(int step) {
    return steps.get(step);
  }

  /** As it is, if all of it can be read. */
  Plain whole() throws Unscorable {
    for (int i = 0; i < faults.size(); i++) require(i);
    return this;
  }

  /** As it is, if any of it can be read. */
  Plain part() throws Unscorable {
    if (steps.stream().allMatch(Optional::isEmpty)) require(0);
    return this;
  }

  private void require(int step) throws Unscorable {
    if (steps.get(step).isEmpty()) throw new Unscorable(faults.get(step));
  }
}

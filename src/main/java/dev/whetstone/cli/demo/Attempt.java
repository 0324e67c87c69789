package dev.whetstone.cli.demo;

import dev.whetstone.cli.client.KnownTask;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated learner's group of answers to one task.
 *
 * @param truth which of them it knows
 * @param lucky which of the others it guesses right
 */
record Attempt(KnownTask task, List<Boolean> truth, List<Boolean> lucky) {
  /** As a model would write them: the gold answer in prose, or something else. */
  List<String> completions() {
    String right = task.right();
    String wrong = task.wrong();
    List<String> completions = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++)
      completions.add(truth.get(i) || lucky.get(i) ? right : wrong);
    return completions;
  }
}

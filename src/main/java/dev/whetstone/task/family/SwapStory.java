package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** People who each have one thing, and the swaps they make. */
record SwapStory(Scene scene, List<String> people, List<String> things, List<Swap> swaps, int asked)
    implements Worked {
  /** What the people have, and the words for having and swapping it. */
  record Scene(String state, String has, String swap, String asks, List<String> things) {}

  record Swap(int a, int b) {
    int shared(Swap other) {
      return (a == other.a || a == other.b ? 1 : 0) + (b == other.a || b == other.b ? 1 : 0);
    }
  }

  String question() {
    StringBuilder text = new StringBuilder(people.size() + " people ").append(scene.state);
    for (int i = 0; i < people.size(); i++)
      text.append(i == 0 ? ": " : ", ").append(state(i, things));
    text.append(". Then, one after the other:\n");
    for (Swap swap : swaps)
      text.append(people.get(swap.a)).append(" and ").append(people.get(swap.b)).append(scene.swap);
    return text.append(scene.asks.replace("%s", people.get(asked))).toString();
  }

  @Override
  public Draft write(Slip slip) {
    List<String> steps = new ArrayList<>();
    List<String> has = new ArrayList<>(things);
    for (int i = 0; i < swaps.size(); i++) {
      if (slip.hits(i, Flaw.SKIPPED_CASE)) continue;
      Swap swap = swaps.get(i);
      int third = slip.hits(i, Flaw.WRONG_OPERAND) ? third(swap, slip.random()) : swap.b;
      Swap made = new Swap(swap.a, third);
      String before = state(made, has);
      if (!slip.hits(i, Flaw.WRONG_RULE)) Collections.swap(has, made.a, made.b);
      if (slip.hits(i, Flaw.WRONG_ARITHMETIC)) has.set(made.b, has.get(third(made, slip.random())));
      steps.add("Swap " + (i + 1) + ": before it " + before + "; after it " + state(made, has));
    }
    return new Draft(steps, has.get(asked));
  }

  /** Someone who has no part in this swap. */
  private int third(Swap swap, RandomGenerator random) {
    int third = random.nextInt(people.size() - 2);
    if (third >= Math.min(swap.a, swap.b)) third++;
    return third >= Math.max(swap.a, swap.b) ? third + 1 : third;
  }

  private String state(Swap swap, List<String> has) {
    return state(swap.a, has) + ", " + state(swap.b, has);
  }

  private String state(int person, List<String> has) {
    return people.get(person) + " " + scene.has + " " + has.get(person);
  }

  @Override
  public Set<Flaw> flaws(int step) {
    Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND, Flaw.WRONG_RULE);
    // What the next swap starts from is wrong only where the two share a person.
    if (step + 1 < swaps.size() && swaps.get(step).shared(swaps.get(step + 1)) > 0)
      flaws.add(Flaw.SKIPPED_CASE);
    return flaws;
  }
}

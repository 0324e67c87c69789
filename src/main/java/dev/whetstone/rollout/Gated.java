package dev.whetstone.rollout;

import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.task.gate.Admission;
import dev.whetstone.task.gate.Criterion;
import dev.whetstone.task.gate.Failure;
import dev.whetstone.task.gate.Gate;
import dev.whetstone.task.gate.Sketch;
import java.util.List;
import java.util.Optional;

/**
 * A proposal with what the gate says of it alone, before it is compared with others.
 *
 * @param identity of the task it would be; none where nothing could be made
 */
record Gated(
    Proposed proposed,
    Admission admission,
    Optional<Identity> identity,
    Optional<String> question,
    Optional<Sketch> sketch) {
  /** A proposal's tasks are drawn by its seed alone, whatever the run. */
  static String salt(Proposed.Seeded proposed) {
    return "proposal " + proposed.seed();
  }

  static Gated of(Proposed proposed, Split split) {
    Optional<TaskFamily> family = Families.named(proposed.family());
    return switch (proposed) {
      case Proposed.Unreadable(var named, var item, var why) ->
          refused(proposed, Criterion.READABLE, why);
      case Proposed _ when family.isEmpty() ->
          refused(proposed, Criterion.READABLE, "there is no family " + proposed.family());
      case Proposed.Seeded seeded -> seeded(seeded, family.get(), split);
      case Proposed.Worded worded -> worded(worded, family.get(), split);
    };
  }

  private static Gated seeded(Proposed.Seeded proposed, TaskFamily family, Split split) {
    Identity identity;
    try {
      Levels levels = Levels.of(family.controls(), proposed.levels());
      identity = Identity.of(family, levels, split, salt(proposed), 0);
    } catch (IllegalArgumentException e) {
      return refused(proposed, Criterion.READABLE, e.getMessage());
    }
    try {
      Task task = identity.make(family);
      Admission said = Gate.judge(family, task);
      return gated(proposed, said, identity, task.question(), Gate.sketch(family, task));
    } catch (IllegalStateException e) {
      return refused(proposed, Criterion.SOLVABLE, e.getMessage());
    }
  }

  /** Only where the second solver can judge any completion may it be served. */
  private static Gated worded(Proposed.Worded proposed, TaskFamily family, Split split) {
    Admission said = Gate.judge(family, proposed.question(), proposed.answer());
    if (said.isAdmitted() && said.check().isEmpty())
      return refused(
          proposed,
          Criterion.CONFIRMED,
          "completions are judged by " + family.name() + " itself; propose levels and a seed");
    if (said.isAdmitted() && Split.of(proposed.question()) != split)
      return refused(proposed, Criterion.NEW, "it is kept for the other side of the split");
    Levels lowest = Levels.lowest(family.controls());
    Identity identity = new Identity(family.name(), Posed.VERSION, lowest, split, "posed", 0);
    Sketch sketch = Gate.sketch(family, proposed.question());
    return gated(proposed, said, identity, proposed.question(), sketch);
  }

  private static Gated gated(
      Proposed proposed, Admission said, Identity identity, String question, Sketch sketch) {
    return new Gated(
        proposed, said, Optional.of(identity), Optional.of(question), Optional.of(sketch));
  }

  private static Gated refused(Proposed proposed, Criterion criterion, String why) {
    Admission said = new Admission(List.of(new Failure(criterion, why)), 0, Optional.empty());
    Optional<String> question =
        proposed instanceof Proposed.Worded worded
            ? Optional.of(worded.question())
            : Optional.empty();
    return new Gated(proposed, said, Optional.empty(), question, Optional.empty());
  }

  Gated against(List<Sketch> earlier) {
    return sketch.isEmpty()
        ? this
        : new Gated(proposed, admission.against(sketch.get(), earlier), identity, question, sketch);
  }

  Optional<Posed> posed() {
    return proposed instanceof Proposed.Worded worded
        ? Optional.of(new Posed(worded.question(), worded.answer()))
        : Optional.empty();
  }

  Optional<String> seed() {
    return proposed instanceof Proposed.Seeded seeded
        ? Optional.of(salt(seeded))
        : Optional.of("posed");
  }
}

package dev.whetstone.rollout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.whetstone.curriculum.replay.Edit;
import dev.whetstone.curriculum.replay.Origin;
import dev.whetstone.task.Check;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.task.gate.Admission;
import dev.whetstone.task.gate.Gate;
import dev.whetstone.task.gate.Sketch;
import dev.whetstone.task.solver.Solved;
import dev.whetstone.task.solver.Solver;
import dev.whetstone.task.solver.Solvers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the tasks of offers, and holds the latest ready; a task not held is made again. */
@ApplicationScoped
class Workshop {
  /** What a task weighs beside its question: its truth, and what its solution is written from. */
  private static final int OVERHEAD = 1_000;

  private static final int TIMES_QUESTION = 3;

  private final Cache<UUID, Made> ready;

  Workshop(RolloutLimits limits) {
    ready =
        Caffeine.newBuilder()
            .maximumWeight(limits.cachedTaskChars())
            .weigher((UUID id, Made made) -> weight(made))
            .build();
  }

  private static int weight(Made made) {
    return OVERHEAD + TIMES_QUESTION * made.task().question().length();
  }

  /** The task, if it is held. */
  Made held(UUID offer) {
    return ready.getIfPresent(offer);
  }

  /**
   * @throws IllegalStateException if the family is no more, or is another version by now, or the
   *     gate refuses an edit
   */
  Made make(Offer offer) {
    Made made = new Made(offer, task(offer));
    ready.put(offer.id(), made);
    return made;
  }

  private static Task task(Offer offer) {
    Task task =
        offer.posed().isPresent()
            ? posed(offer, offer.posed().get())
            : offer.identity().make(family(offer));
    offer.origin().filter(o -> o.edit() != Edit.SAME).ifPresent(o -> admit(offer, o, task));
    return task;
  }

  /** Checked by the second solver, which is asked again for its check. */
  private static Task posed(Offer offer, Posed posed) {
    Solver solver = Solvers.of(offer.identity().family()).orElseThrow();
    Check check =
        Solvers.solve(solver, posed.question())
            .flatMap(Solved::check)
            .orElseThrow(() -> new IllegalStateException("cannot be read any more"));
    return new Task(posed.question(), posed.answer(), check, solver.way(), 1, Optional.empty());
  }

  /** An edit goes through the same gate as a proposal, beside the case that it was edited from. */
  private static void admit(Offer offer, Origin origin, Task task) {
    TaskFamily family = family(offer);
    Identity edited = offer.identity();
    Identity parent =
        Identity.of(family, origin.levels(), edited.split(), edited.salt(), origin.parent());
    Sketch before = Gate.sketch(family, parent.make(family).question());
    Admission said =
        Gate.judge(family, task.question(), task.answer())
            .against(Gate.sketch(family, task.question()), List.of(before));
    if (!said.isAdmitted())
      throw new IllegalStateException("an edit is refused: " + said.failures());
  }

  private static TaskFamily family(Offer offer) {
    String name = offer.identity().family();
    return Families.named(name)
        .orElseThrow(() -> new IllegalStateException("there is no family " + name + " any more"));
  }
}

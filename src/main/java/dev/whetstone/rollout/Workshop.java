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

  /** A task that is held is held for whoever may see it. */
  private record Seen(Viewer by, UUID offer) {}

  private final Viewers viewers;
  private final Cache<Seen, Made> ready;

  Workshop(RolloutLimits limits, Viewers viewers) {
    this.viewers = viewers;
    ready =
        Caffeine.newBuilder()
            .maximumWeight(limits.cachedTaskChars())
            .weigher((Seen id, Made made) -> weight(made))
            .build();
  }

  private static int weight(Made made) {
    return OVERHEAD + TIMES_QUESTION * made.task().question().length();
  }

  /** The task, if it is held. */
  Made held(UUID offer) {
    return ready.getIfPresent(new Seen(viewers.now().ofRows(), offer));
  }

  /**
   * @throws IllegalStateException if the family is no more, or is another version by now
   */
  Made make(Offer offer) {
    Made made = new Made(offer, task(offer));
    ready.put(new Seen(viewers.now().ofRows(), offer.id()), made);
    return made;
  }

  static Task task(Offer offer) {
    return offer.posed().isPresent()
        ? posed(offer, offer.posed().get())
        : offer.identity().make(family(offer));
  }

  /** Checked by the second solver, which is asked again for its check. */
  private static Task posed(Offer offer, Posed posed) {
    Solver solver = Solvers.of(offer.identity().family()).orElseThrow(Workshop::unreadable);
    Check check =
        Solvers.solve(solver, posed.question())
            .flatMap(Solved::check)
            .orElseThrow(Workshop::unreadable);
    return new Task(posed.question(), posed.answer(), check, solver.way(), 1, Optional.empty());
  }

  private static IllegalStateException unreadable() {
    return new IllegalStateException("cannot be read any more");
  }

  /**
   * What the gate that proposals go through says of a family's own task, before it is handed out;
   * an edit must be no near-duplicate of the case that it was edited from.
   */
  static Admission judge(Made made) {
    TaskFamily family = family(made.offer());
    Task task = made.task();
    Admission alone = Gate.judge(family, task);
    return made.offer()
        .origin()
        .filter(origin -> origin.edit() != Edit.SAME)
        .map(origin -> parent(family, made.offer().identity(), origin))
        .map(parent -> alone.against(Gate.sketch(family, task), List.of(parent)))
        .orElse(alone);
  }

  private static Sketch parent(TaskFamily family, Identity edited, Origin origin) {
    Identity parent =
        Identity.of(family, origin.levels(), edited.split(), edited.salt(), origin.parent());
    return Gate.sketch(family, parent.make(family));
  }

  private static TaskFamily family(Offer offer) {
    String name = offer.identity().family();
    return Families.named(name)
        .orElseThrow(() -> new IllegalStateException("there is no family " + name + " any more"));
  }
}

package dev.whetstone.rollout;

import dev.whetstone.reward.Reward;
import dev.whetstone.task.Grade;
import dev.whetstone.verify.StepVerdict;
import java.util.Optional;

/** What became of one candidate of a batch; one never touches another. */
public sealed interface Result {
  /**
   * Judged and saved.
   *
   * @param outcome the number of its row
   * @param place its place in the task's group, from 1
   * @param steps what was said of its steps; empty where the run does not ask
   * @param repeated whether it was saved before, and nothing changed now
   */
  record Rewarded(
      long outcome,
      int place,
      Grade grade,
      String verifier,
      Optional<StepVerdict> steps,
      Reward reward,
      boolean repeated)
      implements Result {}

  /** A failure of ours: no place is taken, nothing is learned, and it may be sent again. */
  record Unjudged(String reason) implements Result {}

  /**
   * A fault of the request's; nothing is saved.
   *
   * @param worth what it would have earned, where it came too late for a place
   */
  record Refused(Why why, Optional<Reward> worth) implements Result {}

  /** Why a candidate is refused. */
  enum Why {
    UNKNOWN_TASK("this run was handed no such task", "name the task as POST tasks returned it"),
    OTHER_VERSION(
        "the task is of another version of its family", "ask for new tasks; this one is void"),
    FINISHED_RUN("the run is finished", "start a new run"),
    CLOSED("the group was closed, by age or as withdrawn", "answer tasks within the offer's life"),
    NO_PLACE("the group is full", "send at most group_size candidates for a task"),
    KEY_REUSED(
        "this idempotency key was used for another completion", "use a fresh key for each request"),
    TOO_LONG("the completion is too long", "send at most max_completion characters");

    private final String detail;
    private final String mend;

    Why(String detail, String mend) {
      this.detail = detail;
      this.mend = mend;
    }

    public String detail() {
      return detail;
    }

    public String mend() {
      return mend;
    }
  }
}

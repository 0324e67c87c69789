package dev.whetstone.training.retraining;

import dev.whetstone.model.fit.Validation;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Leader;
import dev.whetstone.training.Training;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Saves how far a retraining is, about once a second. A process that cannot may no longer be the
 * one that leads, and ends, as it does where the retraining has been ended.
 */
final class Progress implements Training.Listener {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Retraining retraining;
  private final Retrainings retrainings;
  private final Leader leader;
  private final BooleanSupplier published;
  private final Training.Listener listener;
  private long saved;

  /**
   * @param published whether there is a version of it: told by whoever had the model's folder
   */
  Progress(
      Retraining retraining,
      Retrainings retrainings,
      Leader leader,
      BooleanSupplier published,
      Training.Listener listener) {
    this.published = published;
    this.retraining = retraining;
    this.retrainings = retrainings;
    this.leader = leader;
    this.listener = listener;
  }

  @Override
  public void says(String line) {
    listener.says(line);
  }

  @Override
  public void begins(int step, int steps) {
    if (published.getAsBoolean()) throw ended();
    save(step);
    listener.begins(step, steps);
  }

  @Override
  public void stepped(int step, float loss, int tokens) {
    if (System.nanoTime() - saved > PAUSE_NANOS) save(step);
    listener.stepped(step, loss, tokens);
  }

  @Override
  public void validated(Validation validation) {
    save(validation.step());
    listener.validated(validation);
  }

  private DatabaseFault ended() {
    return new DatabaseFault(new SQLException("retraining " + retraining.id() + " has ended"));
  }

  private void save(int step) {
    saved = System.nanoTime();
    try {
      if (!retrainings.stepped(leader.connection(), retraining.id(), step)) throw ended();
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }
}

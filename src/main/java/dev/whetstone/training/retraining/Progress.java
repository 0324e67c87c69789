package dev.whetstone.training.retraining;

import dev.whetstone.model.fit.Validation;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.training.Training;
import dev.whetstone.training.promotion.Leader;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Saves how far a retraining is, about once a second. A process that cannot may no longer be the
 * one that leads, and ends.
 */
final class Progress implements Training.Listener {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final UUID retraining;
  private final Retrainings retrainings;
  private final Leader leader;
  private final Training.Listener listener;
  private long saved;

  Progress(UUID retraining, Retrainings retrainings, Leader leader, Training.Listener listener) {
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

  private void save(int step) {
    saved = System.nanoTime();
    try {
      retrainings.stepped(leader.connection(), retraining, step);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }
}

package dev.whetstone.api;

import dev.whetstone.curriculum.file.UnknownCurriculum;
import dev.whetstone.rollout.FinishedRun;
import dev.whetstone.rollout.Overloaded;
import dev.whetstone.rollout.QuotaSpent;
import dev.whetstone.rollout.TooManyEpisodes;
import dev.whetstone.rollout.UnknownEpisode;
import dev.whetstone.rollout.UnknownRun;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What is told of a fault where no problem can be answered. */
public final class Faults {
  private static final Logger LOG = Logger.getLogger(Faults.class);

  private Faults() {}

  /** In one line; of a fault of ours no more than the reference under which it is logged. */
  public static String sentence(Throwable fault) {
    return switch (fault) {
      case BadField theirs -> theirs.sentence();
      case UnknownCurriculum _, UnknownRun _, UnknownEpisode _ -> fault.getMessage();
      case FinishedRun _, TooManyEpisodes _, Overloaded _, Unavailable _ -> fault.getMessage();
      case QuotaSpent _ -> fault.getMessage();
      default -> "a fault of ours (reference " + logged(fault) + ")";
    };
  }

  /** The reference under which it is logged. */
  static String logged(Throwable fault) {
    String reference = UUID.randomUUID().toString();
    LOG.errorf(fault, "fault %s", reference);
    return reference;
  }
}

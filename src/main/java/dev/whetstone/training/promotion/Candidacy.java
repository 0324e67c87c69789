package dev.whetstone.training.promotion;

import static dev.whetstone.training.promotion.State.CANDIDATE;
import static dev.whetstone.training.promotion.State.KEPT;

import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/** What becomes of a candidate that is not measured. */
public final class Candidacy {
  private static final String GATE = "gate";
  private static final String TRIAL = "trial";

  private final Changes changes;

  public Candidacy(DataSource database, InstantSource clock) {
    this.changes = new Changes(database, clock);
  }

  /** Says once why a candidate is not decided yet. */
  public void defer(String verifier, String candidate, String reason) {
    changes.of(
        verifier,
        (connection, states) -> {
          boolean said =
              VersionTable.versions(connection, verifier).stream()
                  .filter(version -> version.version().equals(candidate))
                  .anyMatch(version -> version.events().getLast().reason().equals(reason));
          if (states.get(candidate) == CANDIDATE && !said)
            VersionTable.tell(
                connection, verifier, candidate, changes.event(CANDIDATE, GATE, reason));
          return true;
        });
  }

  /** Keeps a candidate that cannot be measured, by its own fault. */
  public void keep(String verifier, String candidate, String reason) {
    changes.of(
        verifier,
        (connection, states) -> {
          if (states.get(candidate) == CANDIDATE)
            VersionTable.set(connection, verifier, candidate, changes.event(KEPT, GATE, reason));
          return true;
        });
  }

  /**
   * The process that measures ended with a fault: once too often, and the candidate that it was to
   * decide is kept.
   *
   * @param most faults that are borne for one candidate
   */
  public void stumbled(String verifier, int most, String fault) {
    changes.of(
        verifier,
        (connection, states) -> {
          Optional<String> at = VersionTable.inState(states, CANDIDATE).stream().findFirst();
          if (at.isEmpty()) return false;
          long before = VersionTable.told(connection, verifier, at.get(), TRIAL);
          if (before < most)
            VersionTable.tell(
                connection, verifier, at.get(), changes.event(CANDIDATE, TRIAL, fault));
          else
            VersionTable.set(
                connection,
                verifier,
                at.get(),
                changes.event(
                    KEPT, TRIAL, "not measured in %d trials; %s".formatted(before + 1, fault)));
          return true;
        });
  }
}

package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.training.promotion.Archive.Origin;
import dev.whetstone.verify.StepReadings;
import dev.whetstone.verify.StepVerdict;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Solutions from outside, archived if they fool the version that serves. */
public final class Proposals {
  private final Archive archive;
  private final StepReadings readings;
  private final GateSettings gate;
  private final InstantSource clock;

  public Proposals(Archive archive, StepReadings readings, GateSettings gate, InstantSource clock) {
    this.archive = archive;
    this.readings = readings;
    this.gate = gate;
    this.clock = clock;
  }

  /** What became of a proposal. */
  @Schema(name = "ArchiveStatus")
  public enum Status {
    ARCHIVED,
    /** It is in the archive already. */
    KNOWN,
    /** The version that serves is right about it, or not sure. */
    NOT_FOOLED,
    /** Nothing was said of it: send it again, or see why. */
    UNREAD,
    /** Another verifier serves. */
    NOT_SERVED
  }

  /**
   * @param version that read it; blank where none did
   * @param detail why it was not read; blank where it was
   */
  @Schema(name = "ArchiveAnswer")
  public record Answer(Status status, String version, String detail) {}

  /** One answer each, in their order. */
  public List<Answer> add(String verifier, Origin origin, List<Labelled> proposed) {
    List<StepVerdict> said = readings.read(proposed.stream().map(Labelled::solution).toList());
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < proposed.size(); i++)
      answers.add(
          switch (said.get(i)) {
            case StepVerdict.Unread unread ->
                new Answer(
                    Status.UNREAD,
                    "",
                    unread.unread().name().toLowerCase(Locale.ROOT) + ": " + unread.detail());
            case StepVerdict.Read read -> add(verifier, origin, proposed.get(i), read);
          });
    return answers;
  }

  private Answer add(String verifier, Origin origin, Labelled item, StepVerdict.Read read) {
    String[] id = read.verifier().split("@", 2);
    if (!id[0].equals(verifier)) return new Answer(Status.NOT_SERVED, read.verifier(), "");
    Judged judged = new Judged(item, judgement(read));
    if (!Fooled.isFooled(judged, gate.confidence()))
      return new Answer(Status.NOT_FOOLED, read.verifier(), "");
    int added = archive.add(verifier, id[1], origin, List.of(judged), clock.instant());
    return new Answer(added > 0 ? Status.ARCHIVED : Status.KNOWN, read.verifier(), "");
  }

  private static Judgement judgement(StepVerdict.Read read) {
    boolean right = read.right().isEmpty() ? read.score() == 1 : read.firstError().isEmpty();
    return new Judgement.Said(read.right(), read.firstError(), right, read.whole());
  }
}

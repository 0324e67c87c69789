package dev.whetstone.curriculum.file;

import dev.whetstone.curriculum.Replay;
import java.util.List;

/** The section of a curriculum file that says how much is asked again, or edited. */
final class ReplayFile {
  private static final Parameter SHARE = new Parameter("share", Replay.OFF.share(), 0, Replay.MOST);
  private static final Parameter CAPACITY =
      new Parameter("capacity", Replay.OFF.capacity(), 1, Replay.LARGEST);

  private ReplayFile() {}

  static Replay read(Fields fields) {
    fields.allowOnly("key", List.of(SHARE.name(), CAPACITY.name()));
    double share = SHARE.read(fields);
    double capacity = CAPACITY.read(fields);
    if (capacity == Math.rint(capacity)) return new Replay(share, (int) capacity);
    fields.problems().add(fields.at(), "'capacity' is a whole number of cases");
    return Replay.OFF;
  }
}

package dev.whetstone.rollout.experiment;

import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.task.Control;
import dev.whetstone.task.Hash;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.List;

/**
 * A family over a range of its levels, fixed for ever: the same index is always the same task.
 *
 * @param version its number in the experiment
 * @param config as its client wrote it
 * @param familyVersion of the family that it was made for
 */
public record Dataset(
    int version, FamilyRange range, String config, String familyVersion, String salt) {
  public String name() {
    return range.name();
  }

  /** Drawn evenly from the range. */
  public Levels levels(long index) {
    Levels levels = range.start();
    for (int i = 0; i < range.controls().size(); i++) {
      int spread = range.controls().get(i).highest() - range.controls().get(i).lowest() + 1;
      Control control = range.controls().get(i).control();
      long draw = Hash.of(salt, control.name(), Long.toString(index)).asLong();
      int level = range.controls().get(i).lowest() + (int) Math.floorMod(draw, (long) spread);
      levels = levels.with(control, level);
    }
    return levels;
  }

  /**
   * @throws OutOfDate if the family changed since
   */
  public Task task(long index) {
    TaskFamily family = Families.named(name()).orElseThrow(() -> new OutOfDate(name()));
    if (!family.version().equals(familyVersion)) throw new OutOfDate(name());
    return Identity.of(family, levels(index), Split.TRAIN, salt, index).make(family);
  }

  /** The dataset's family is another one now. */
  public static final class OutOfDate extends RuntimeException {
    OutOfDate(String name) {
      super("the family " + name + " has changed since this version of the dataset");
    }
  }

  /** What a new version is to be. */
  public record Wanted(FamilyRange range, String config, String salt) {}

  static List<String> names(List<Dataset> datasets) {
    return datasets.stream().map(Dataset::name).toList();
  }
}

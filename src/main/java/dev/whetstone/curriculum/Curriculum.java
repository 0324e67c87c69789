package dev.whetstone.curriculum;

import dev.whetstone.task.Hash;
import java.util.List;
import java.util.Objects;

/**
 * What a run may ask and how it chooses.
 *
 * @param source the text it was read from, kept so that a run can be restored from its snapshot
 */
public record Curriculum(
    String name,
    String description,
    List<FamilyRange> families,
    Learning learning,
    Scheduler scheduler,
    Replay replay,
    String source) {
  public Curriculum {
    if (name.isBlank()) throw new IllegalArgumentException("a curriculum has a name");
    Objects.requireNonNull(description);
    Objects.requireNonNull(learning);
    Objects.requireNonNull(scheduler);
    Objects.requireNonNull(replay);
    Objects.requireNonNull(source);
    families = List.copyOf(families);
    if (families.isEmpty()) throw new IllegalArgumentException(name + " has no family");
    if (families.stream().map(FamilyRange::name).distinct().count() != families.size())
      throw new IllegalArgumentException(name + " repeats a family");
  }

  /** SHA-256 of the source, as {@link Hash} takes it. */
  public String sha256() {
    return Hash.of(source).hex();
  }
}

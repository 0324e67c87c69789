package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.Refusal.Reason.OUT_OF_RANGE;
import static dev.whetstone.benchmark.label.Refusal.Reason.TOO_LONG;

import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Refusal.Refused;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a whole file is said to be.
 *
 * @param split of every row; where empty, what the row says, else what the set's name tells
 * @param licence of every row; where empty, what the row says
 * @param format of every row; where empty, it is told by each row's fields
 */
public record Origin(
    String set, Optional<Split> split, Optional<String> licence, Optional<Format> format) {
  public Origin {
    Labelled.requireSetName(set);
  }

  Labelled labelled(Row row, Entry entry, LabelLimits limits) throws Refused {
    requireWithin(limits, entry);
    return new Labelled(
        set,
        entry.id(),
        splitOf(row),
        entry.solution(),
        entry.truth(),
        entry.finalAnswerCorrect(),
        new Provenance(entry.generator(), entry.labelSource(), licenceOf(row)));
  }

  private String licenceOf(Row row) throws Refused {
    if (licence.isPresent()) return licence.get();
    return row.optionalText("licence").orElse(Provenance.NO_LICENCE);
  }

  private Split splitOf(Row row) throws Refused {
    if (split.isPresent()) return split.get();
    Optional<String> said = row.optionalText("split");
    if (said.isEmpty()) return Split.ofName(set);
    return Stream.of(Split.values())
        .filter(s -> s.name().equals(said.get().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(OUT_OF_RANGE, "split is train, validation or test, not " + said.get()));
  }

  private static void requireWithin(LabelLimits limits, Entry entry) throws Refused {
    if (entry.id().length() > Labelled.LONGEST_ID)
      throw new Refused(
          TOO_LONG, "the id has more than %d characters".formatted(Labelled.LONGEST_ID));
    if (entry.solution().steps().size() > limits.maxSteps())
      throw new Refused(TOO_LONG, "more than %d steps".formatted(limits.maxSteps()));
    if (entry.solution().length() > limits.maxCharacters())
      throw new Refused(TOO_LONG, "more than %d characters".formatted(limits.maxCharacters()));
  }
}

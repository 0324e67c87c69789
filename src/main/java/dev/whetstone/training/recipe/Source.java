package dev.whetstone.training.recipe;

import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One source of labelled steps; exactly one of its first four fields is given.
 *
 * @param labels a set of human labels
 * @param broken a set of right solutions whose marked calculations are broken on purpose
 * @param families names of task families, or {@code all}
 * @param outcomes how many of the server's latest outcomes
 * @param except families left out of {@code all}
 * @param examples worked solutions of each family; of a set to break, how many of it at most
 * @param wideExamples worked solutions of each family that the linear model alone is fitted to
 * @param repeat how many times it stands in an epoch
 * @param weight of its steps' loss
 * @param once whether a step that it, or such a source before it, has labelled is not labelled
 *     again
 */
public record Source(
    Optional<String> labels,
    Optional<String> broken,
    Optional<List<String>> families,
    Optional<Integer> outcomes,
    Optional<List<String>> except,
    Optional<Integer> examples,
    Optional<Integer> wideExamples,
    Optional<Integer> repeat,
    Optional<Double> weight,
    Optional<Boolean> once) {
  static final int MOST = 1_000_000;

  /** Held in memory as a whole. */
  static final int MOST_WIDE = 10_000;

  private static final int MOST_REPEATS = 1_000;
  private static final String ALL = "all";

  public Source {
    long given = Stream.of(labels, broken, families, outcomes).filter(Optional::isPresent).count();
    Rule.require(
        given == 1,
        "labels",
        given + " of labels, broken, families and outcomes are given; write one of them");
    labels.ifPresent(set -> Rule.set("labels", set));
    broken.ifPresent(set -> Rule.set("broken", set));
    families = families.map(names -> families("families", names));
    except = except.map(names -> families("except", names));
    Rule.require(
        except.isEmpty() || families.filter(names -> names.contains(ALL)).isPresent(),
        "except",
        "leaves families out of 'all'; write families: [all], or take it out");
    Rule.require(
        except.filter(names -> names.contains(ALL)).isEmpty(),
        "except",
        "leaves nothing; name the families that are left out");
    Rule.require(
        examples.isEmpty() || families.isPresent() || broken.isPresent(),
        "examples",
        "means nothing here; it belongs to families or broken");
    Rule.require(
        wideExamples.isEmpty() || families.isPresent(),
        "wide_examples",
        "means nothing here; it belongs to families");
    Rule.within("outcomes", outcomes, 1, MOST);
    Rule.within("examples", examples, 1, MOST);
    Rule.within("wide_examples", wideExamples, 0, MOST_WIDE);
    Rule.within("repeat", repeat, 1, MOST_REPEATS);
    Rule.require(
        weight.orElse(1.0) > 0 && weight.orElse(1.0) <= MOST,
        "weight",
        "is %s; write a number above 0, 1 is usual".formatted(weight.orElse(1.0)));
  }

  private static List<String> families(String field, List<String> names) {
    List<String> known = Rule.list(field, names);
    Rule.require(!known.isEmpty(), field, "names no family; write [all] or names");
    for (String name : known)
      Rule.require(
          name.equals(ALL) || Families.answered(name).isPresent(),
          field,
          "there is no family '%s' that is answered at once; look at GET /api/v1/families"
              .formatted(name));
    return known;
  }

  /** The families it names. */
  public List<TaskFamily> chosen() {
    List<String> names = families.orElse(List.of());
    return Families.answered().stream()
        .filter(family -> names.contains(ALL) || names.contains(family.name()))
        .filter(family -> !except.orElse(List.of()).contains(family.name()))
        .toList();
  }

  /** The set of labels that it reads, if it reads one. */
  public Optional<String> set() {
    return labels.or(() -> broken);
  }
}

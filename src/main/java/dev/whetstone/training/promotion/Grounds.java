package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.label.LabelSet;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.Truth.Scope;
import dev.whetstone.task.Hash;
import dev.whetstone.task.family.Families;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The solutions that candidates are measured on. */
public record Grounds(DataSource database, PromotionSettings settings) {
  private static final String BY_PEOPLE = "human";

  /** Whole solutions that people labelled for testing: the same ones each time. */
  List<Labelled> human() throws SQLException {
    Labels labels = new Labels(database);
    List<Labelled> items = new ArrayList<>();
    for (String set : humanSets())
      labels.list(set, Optional.of(Split.TEST)).stream()
          .filter(item -> item.truth().scope() == Scope.SOLUTION)
          .forEach(items::add);
    return items.stream()
        .sorted(Comparator.comparing(item -> Hash.ofText(Judged.problem(item)).hex()))
        .limit(settings.maxHuman())
        .toList();
  }

  /** The sets that they are from. */
  public List<String> humanSets() throws SQLException {
    return new Labels(database)
        .sets().stream().filter(this::isHuman).map(LabelSet::name).distinct().toList();
  }

  private boolean isHuman(LabelSet set) {
    return set.split() == Split.TEST
        && set.scope() == Scope.SOLUTION
        && settings
            .humanSets()
            .map(sets -> sets.contains(set.name()))
            .orElseGet(() -> isByPeople(set));
  }

  private static boolean isByPeople(LabelSet set) {
    return !set.name().startsWith(Archive.SETS)
        && set.labelSources().stream().allMatch(source -> source.startsWith(BY_PEOPLE));
  }

  /**
   * Fresh solutions of every family.
   *
   * @param seed of their questions: the same one gives the same solutions
   */
  static List<Labelled> families(int each, long seed) {
    return Families.all().stream()
        .flatMap(family -> new Generated(family, seed).items(each).stream())
        .toList();
  }
}

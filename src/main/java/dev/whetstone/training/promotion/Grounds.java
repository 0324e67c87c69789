package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.TrainedOn;
import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.label.LabelSet;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.Truth.Scope;
import dev.whetstone.task.Hash;
import dev.whetstone.task.family.Families;
import dev.whetstone.training.Problems;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The solutions that candidates are measured on. */
public record Grounds(DataSource database, PromotionSettings settings) {
  private static final String BY_PEOPLE = "human";
  private static final String BY_REVIEW = "review";

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

  /**
   * Problems that a version may have learnt: those for training of the sets that its card names.
   *
   * @return in {@link Problems#words}
   */
  Set<String> learnt(TrainedOn... versions) throws SQLException {
    Labels labels = new Labels(database);
    Set<String> learnt = new HashSet<>();
    for (LabelSet set : labels.sets())
      if (set.split() == Split.TRAIN
          && Stream.of(versions).anyMatch(one -> one.names(set.name()).orElse(false)))
        labels.forEach(
            set.name(),
            Optional.of(Split.TRAIN),
            item -> learnt.add(Problems.words(item.solution().problem())));
    return learnt;
  }

  /**
   * Whether versions can be measured on it, by their cards: who was trained on a set is no witness
   * on it, but for the review queue's own, of which only the half for training is ever learnt.
   */
  static boolean isUnseen(Labelled item, Set<String> learnt, TrainedOn... versions) {
    boolean reviewed = item.provenance().labelSource().startsWith(BY_REVIEW);
    boolean named = Stream.of(versions).anyMatch(one -> one.names(item.set()).orElse(false));
    return (reviewed || !named) && !learnt.contains(Problems.words(item.solution().problem()));
  }

  /**
   * Not the review queue's labels, unless they are named: it draws what the version that serves
   * doubts, and on that any other version looks better than it is.
   */
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
    return Families.answered().stream()
        .flatMap(family -> new Generated(family, seed).items(each).stream())
        .toList();
  }
}

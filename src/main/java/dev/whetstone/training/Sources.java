package dev.whetstone.training;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import dev.whetstone.task.Hash;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.training.promotion.Archive;
import dev.whetstone.training.recipe.InvalidRecipe;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.Source;
import dev.whetstone.training.source.BrokenExamples;
import dev.whetstone.training.source.FamilyExamples;
import dev.whetstone.training.source.HumanExamples;
import dev.whetstone.training.source.OutcomeExamples;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Gathers what a recipe names. */
final class Sources {
  /**
   * Names the draws of a recipe's seed; another word for each other purpose, so that they differ.
   */
  private static final String TRAINING = "training-";

  private static final String VALIDATION = "validation-";
  private static final String WIDE = "wide-";

  /** Of what the families make. */
  private static final String LICENCE = "Apache-2.0";

  private static final int USUAL_EXAMPLES = 1_000;
  private static final int USUAL_WIDE_EXAMPLES = 500;

  private final Recipe recipe;
  private final DataSource database;
  private final Cutoff cutoff;
  private final Consumer<String> told;
  private final List<Card.Data> data = new ArrayList<>();

  /**
   * @param cutoff the newest outcome and label that count
   * @param told one line for each source
   */
  Sources(Recipe recipe, DataSource database, Cutoff cutoff, Consumer<String> told) {
    this.recipe = recipe;
    this.database = database;
    this.cutoff = cutoff;
    this.told = told;
  }

  /**
   * @param start whose linear model is kept where no step is made
   * @throws InvalidRecipe if nothing is left to validate on
   */
  TrainingData gather(Start start) throws InvalidRecipe, SQLException {
    List<Example> training = new ArrayList<>();
    List<Example> human = new ArrayList<>();
    Problems held = new Problems(heldOut());
    Known known = new Known();
    for (Source source : recipe.train()) {
      List<Example> read = examples(source, held);
      List<Example> examples = source.once().orElse(false) ? known.without(read) : read;
      if (source.labels().isPresent()) human.addAll(examples);
      Collections.nCopies(source.repeat().orElse(1), examples).forEach(training::addAll);
    }
    List<Example> unread = validation(new Problems(training));
    Wide wide = wide(human, new Problems(unread), start);
    List<Example> validation = unread.stream().map(wide::unseen).toList();
    requireOpen(validation);
    List<Card.Data> all = new ArrayList<>(start.data());
    all.addAll(data);
    return new TrainingData(
        training.stream().map(wide::training).toList(),
        validation,
        wide.model().weights(),
        all.stream().distinct().toList());
  }

  private static void requireOpen(List<Example> validation) throws InvalidRecipe {
    boolean decided =
        validation.stream()
            .flatMap(example -> example.steps().stream())
            .filter(step -> step.target().isPresent())
            .allMatch(step -> step.prior().decides());
    if (decided)
      throw new InvalidRecipe(
          "validation", "the linear model decides each of its steps; name a set of labels");
  }

  private Wide wide(List<Example> human, Problems validated, Start start) {
    if (recipe.keepsWeights()) return Wide.of(start.wide());
    told.accept("Fitting the linear model to %,d problems ...".formatted(human.size()));
    return Wide.fit(human, recipe.train().stream().flatMap(source -> noted(source, validated)));
  }

  /** Worked solutions that the linear model alone is fitted to, one family after the other. */
  private Stream<Example> noted(Source source, Problems validated) {
    int count = source.wideExamples().orElse(USUAL_WIDE_EXAMPLES);
    return source.chosen().stream()
        .flatMap(
            family ->
                told(
                    family.name() + ", for the linear model",
                    LICENCE,
                    validated.without(worked(family, WIDE, count, 1)))
                    .stream());
  }

  /** What is validated, measured or to be promoted on is learnt from in no set. */
  private List<Example> heldOut() throws SQLException {
    List<Example> held = new ArrayList<>();
    for (String set : recipe.validation().labels()) held.addAll(HumanExamples.of(labels(set), 1));
    for (String set : recipe.benchmark()) held.addAll(HumanExamples.of(labels(set), 1));
    Set<String> halves = new LinkedHashSet<>(recipe.heldOut().orElse(List.of()));
    halves.add(Archive.SETS + recipe.model());
    for (Source source : recipe.train()) source.set().ifPresent(halves::add);
    for (String set : halves) held.addAll(HumanExamples.of(split(set, Labelled.Split.TEST), 1));
    return held;
  }

  private List<Example> validation(Problems trained) throws InvalidRecipe, SQLException {
    List<List<Labelled>> sets = new ArrayList<>();
    for (String set : recipe.validation().labels()) sets.add(labels(set));
    List<Example> validation = new ArrayList<>(HumanExamples.balanced(sets));
    if (recipe.validation().examples() > 0)
      for (TaskFamily family : Families.answered())
        validation.addAll(
            trained.without(worked(family, VALIDATION, recipe.validation().examples(), 1)));
    if (validation.isEmpty())
      throw new InvalidRecipe(
          "validation", "each of its problems is trained on too; name a set of labels");
    return validation;
  }

  private List<Example> examples(Source source, Problems held) throws SQLException {
    double weight = source.weight().orElse(1.0);
    if (source.labels().isPresent()) {
      List<Labelled> labels = learnable(source.labels().get());
      List<Example> examples = without(held, HumanExamples.of(labels, weight));
      return told(source.labels().get(), licences(labels), examples);
    }
    if (source.broken().isPresent()) {
      List<Labelled> labels = learnable(source.broken().get());
      List<Example> examples =
          BrokenExamples.of(some(labels, source), weight, new SplittableRandom(seed()));
      return told(source.broken().get() + ", broken", licences(labels), without(held, examples));
    }
    if (source.outcomes().isPresent())
      return told(
          "outcomes",
          "none",
          without(
              held,
              OutcomeExamples.latest(database, cutoff.outcome(), source.outcomes().get(), weight)));
    return families(source, weight);
  }

  private List<Example> without(Problems held, List<Example> examples) {
    List<Example> kept = held.without(examples);
    int left = examples.size() - kept.size();
    if (left > 0) told.accept("%,9d problems left out: they are measured on".formatted(left));
    return kept;
  }

  private List<Labelled> some(List<Labelled> labels, Source source) {
    List<Labelled> shuffled = new ArrayList<>(labels);
    Collections.shuffle(shuffled, new Random(seed()));
    return shuffled.subList(
        0, Math.min(shuffled.size(), source.examples().orElse(shuffled.size())));
  }

  private long seed() {
    return recipe.fit().seed();
  }

  private List<Example> families(Source source, double weight) {
    int count = source.examples().orElse(USUAL_EXAMPLES);
    String names = source.chosen().stream().map(TaskFamily::name).collect(Collectors.joining(", "));
    List<Example> all =
        source.chosen().stream()
            .flatMap(family -> worked(family, TRAINING, count, weight).stream())
            .toList();
    return told("worked solutions of " + names, LICENCE, all);
  }

  private List<Example> worked(TaskFamily family, String purpose, int count, double weight) {
    FamilyExamples examples = new FamilyExamples(family, Split.TRAIN, purpose + seed(), weight);
    return LongStream.range(0, count)
        .mapToObj(examples::example)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Its training split; {@link RequiredSets} has seen that there is one. */
  private List<Labelled> learnable(String set) throws SQLException {
    return split(set, Labelled.Split.TRAIN);
  }

  private List<Labelled> split(String set, Labelled.Split split) throws SQLException {
    return labels(set, Optional.of(split));
  }

  private List<Labelled> labels(String set) throws SQLException {
    return labels(set, Optional.empty());
  }

  private List<Labelled> labels(String set, Optional<Labelled.Split> split) throws SQLException {
    return new Labels(database)
        .list(set, split, cutoff.label()).stream().map(cutoff::then).toList();
  }

  private static String licences(List<Labelled> labels) {
    return labels.stream()
        .map(label -> label.provenance().licence())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(" AND "));
  }

  private List<Example> told(String source, String licence, List<Example> examples) {
    long steps =
        examples.stream()
            .flatMap(e -> e.steps().stream())
            .filter(s -> s.target().isPresent())
            .count();
    told.accept("%,9d labelled steps of %s".formatted(steps, source));
    if (steps > 0)
      data.add(new Card.Data(source, steps, Hash.ofText(examples.toString()).hex(), licence));
    return examples;
  }
}

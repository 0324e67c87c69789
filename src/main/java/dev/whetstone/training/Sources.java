package dev.whetstone.training;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import dev.whetstone.task.Hash;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.training.source.BrokenExamples;
import dev.whetstone.training.source.FamilyExamples;
import dev.whetstone.training.source.HumanExamples;
import dev.whetstone.training.source.OutcomeExamples;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** Gathers what a recipe names. */
final class Sources {
  /**
   * Names the draws of a recipe's seed; another word for validation, so that the two never meet.
   */
  private static final String TRAINING = "training-";

  private static final String VALIDATION = "validation-";

  private final Recipe recipe;
  private final DataSource database;
  private final Consumer<String> told;
  private final List<Card.Data> data = new ArrayList<>();

  /**
   * @param told one line for each source
   */
  Sources(Recipe recipe, DataSource database, Consumer<String> told) {
    this.recipe = recipe;
    this.database = database;
    this.told = told;
  }

  Materials gather() throws IOException, SQLException {
    List<Example> training = new ArrayList<>();
    List<Example> human = new ArrayList<>();
    for (Recipe.Source source : recipe.train()) {
      List<Example> examples = examples(source);
      if (source.labels().isPresent()) human.addAll(examples);
      Collections.nCopies(source.repeat().orElse(1), examples).forEach(training::addAll);
    }
    told.accept("Fitting the linear model to %,d problems ...".formatted(human.size()));
    Wide wide = Wide.fit(human);
    return new Materials(
        training.stream().map(wide::training).toList(),
        validation().stream().map(wide::unseen).toList(),
        wide.model(),
        data);
  }

  private List<Example> validation() throws IOException, SQLException {
    List<Example> validation = new ArrayList<>();
    for (String set : recipe.validation().labels())
      validation.addAll(HumanExamples.of(labels(set), 1));
    if (recipe.validation().examples() > 0)
      for (TaskFamily family : Families.all())
        validation.addAll(worked(family, VALIDATION, recipe.validation().examples(), 1));
    if (validation.isEmpty()) throw new IOException("validation: it names no data");
    return validation;
  }

  private List<Example> examples(Recipe.Source source) throws IOException, SQLException {
    double weight = source.weight().orElse(1.0);
    if (source.labels().isPresent()) {
      List<Labelled> labels = labels(source.labels().get());
      return told(source.labels().get(), licences(labels), HumanExamples.of(labels, weight));
    }
    if (source.broken().isPresent()) {
      List<Labelled> labels = labels(source.broken().get());
      List<Example> examples =
          BrokenExamples.of(some(labels, source), weight, new SplittableRandom(seed()));
      return told(source.broken().get() + ", broken", licences(labels), examples);
    }
    if (source.outcomes().isPresent())
      return told(
          "outcomes", "none", OutcomeExamples.latest(database, source.outcomes().get(), weight));
    return families(source);
  }

  private List<Labelled> some(List<Labelled> labels, Recipe.Source source) {
    List<Labelled> shuffled = new ArrayList<>(labels);
    Collections.shuffle(shuffled, new Random(seed()));
    return shuffled.subList(
        0, Math.min(shuffled.size(), source.examples().orElse(shuffled.size())));
  }

  private long seed() {
    return recipe.fit().seed();
  }

  private List<Example> families(Recipe.Source source) throws IOException {
    List<Example> all = new ArrayList<>();
    for (TaskFamily family : chosen(source))
      all.addAll(
          worked(family, TRAINING, source.examples().orElse(1_000), source.weight().orElse(1.0)));
    return told("worked solutions of task families", "Apache-2.0", all);
  }

  private static List<TaskFamily> chosen(Recipe.Source source) throws IOException {
    List<String> names = source.families().orElseThrow();
    List<String> except = source.except().orElse(List.of());
    List<TaskFamily> chosen = new ArrayList<>();
    for (TaskFamily family : Families.all())
      if ((names.contains("all") || names.contains(family.name()))
          && !except.contains(family.name())) chosen.add(family);
    for (String name : names)
      if (!name.equals("all") && Families.named(name).isEmpty())
        throw new IOException("families: there is no family " + name);
    return chosen;
  }

  private List<Example> worked(TaskFamily family, String purpose, int count, double weight) {
    FamilyExamples examples = new FamilyExamples(family, Split.TRAIN, purpose + seed(), weight);
    return LongStream.range(0, count)
        .mapToObj(examples::example)
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Labelled> labels(String set) throws IOException, SQLException {
    List<Labelled> labels = new Labels(database).list(set, Optional.empty());
    if (labels.isEmpty())
      throw new IOException(
          "there are no labels of set " + set + "; import them: ./whetstone labels import FILE");
    return labels;
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
    data.add(new Card.Data(source, steps, Hash.ofText(examples.toString()).hex(), licence));
    return examples;
  }
}

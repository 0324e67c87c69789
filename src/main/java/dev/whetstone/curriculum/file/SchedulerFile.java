package dev.whetstone.curriculum.file;

import dev.whetstone.curriculum.Scheduler;
import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.curriculum.scheduler.PlrScheduler;
import dev.whetstone.curriculum.scheduler.SecScheduler;
import dev.whetstone.curriculum.scheduler.UniformScheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The schedulers that a curriculum file may name, each with its parameters. */
enum SchedulerFile {
  LEARNABILITY(
      "learnability",
      List.of(
          new Parameter("temperature", LearnabilityScheduler.DEFAULT.temperature(), 0.005, 1),
          new Parameter("exploration", LearnabilityScheduler.DEFAULT.exploration(), 0.01, 1))) {
    @Override
    Scheduler with(ToDoubleFunction<String> value) {
      return new LearnabilityScheduler(
          value.applyAsDouble("temperature"), value.applyAsDouble("exploration"));
    }
  },
  SEC(
      "sec",
      List.of(
          new Parameter("temperature", 0.2, 0.005, 1),
          new Parameter("exploration", 0.1, 0.01, 1))) {
    @Override
    Scheduler with(ToDoubleFunction<String> value) {
      return new SecScheduler(
          value.applyAsDouble("temperature"), value.applyAsDouble("exploration"));
    }
  },
  PLR(
      "plr",
      List.of(new Parameter("beta", 0.3, 0.05, 10), new Parameter("exploration", 0.1, 0.01, 1))) {
    @Override
    Scheduler with(ToDoubleFunction<String> value) {
      return new PlrScheduler(value.applyAsDouble("beta"), value.applyAsDouble("exploration"));
    }
  },
  UNIFORM("uniform", List.of()) {
    @Override
    Scheduler with(ToDoubleFunction<String> value) {
      return new UniformScheduler();
    }
  };

  private static final String NAME = "name";
  private final String word;
  private final List<Parameter> parameters;

  SchedulerFile(String word, List<Parameter> parameters) {
    this.word = word;
    this.parameters = parameters;
  }

  abstract Scheduler with(ToDoubleFunction<String> value);

  static Scheduler read(Fields fields) {
    SchedulerFile kind = fields.entries().isEmpty() ? LEARNABILITY : named(fields);
    List<String> keys = new ArrayList<>(List.of(NAME));
    for (Parameter parameter : kind.parameters) keys.add(parameter.name());
    fields.allowOnly("key of scheduler " + kind.word, keys);
    return kind.with(name -> kind.parameter(name).read(fields));
  }

  private static SchedulerFile named(Fields fields) {
    String word = fields.text(NAME, true).orElse(LEARNABILITY.word);
    for (SchedulerFile kind : values()) if (kind.word.equals(word)) return kind;
    List<String> words = Arrays.stream(values()).map(kind -> kind.word).toList();
    fields.problems().unknown(fields.value(NAME).orElseThrow(), "scheduler", word, words);
    return LEARNABILITY;
  }

  private Parameter parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }
}

package dev.whetstone.curriculum.file;

import dev.whetstone.curriculum.Scheduler;
import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.curriculum.scheduler.PlrScheduler;
import dev.whetstone.curriculum.scheduler.SecScheduler;
import dev.whetstone.curriculum.scheduler.UniformScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A scheduler that a curriculum file may name, with its parameters. */
record SchedulerFile(
    String name,
    List<Parameter> parameters,
    Function<ToDoubleFunction<String>, Scheduler> scheduler) {
  private static final String NAME = "name";
  private static final String TEMPERATURE = "temperature";
  private static final String BETA = "beta";
  private static final String EXPLORATION = "exploration";
  private static final LearnabilityScheduler USUAL = LearnabilityScheduler.DEFAULT;

  private static final List<SchedulerFile> ALL =
      List.of(
          new SchedulerFile(
              USUAL.name(),
              List.of(temperature(USUAL.temperature()), exploration(USUAL.exploration())),
              of ->
                  new LearnabilityScheduler(
                      of.applyAsDouble(TEMPERATURE), of.applyAsDouble(EXPLORATION))),
          new SchedulerFile(
              "sec",
              List.of(temperature(0.2), exploration(0.1)),
              of -> new SecScheduler(of.applyAsDouble(TEMPERATURE), of.applyAsDouble(EXPLORATION))),
          new SchedulerFile(
              "plr",
              List.of(new Parameter(BETA, 0.3, 0.05, 10), exploration(0.1)),
              of -> new PlrScheduler(of.applyAsDouble(BETA), of.applyAsDouble(EXPLORATION))),
          new SchedulerFile("uniform", List.of(), of -> new UniformScheduler()));

  private static Parameter temperature(double fallback) {
    return new Parameter(TEMPERATURE, fallback, 0.005, 1);
  }

  private static Parameter exploration(double fallback) {
    return new Parameter(EXPLORATION, fallback, 0.01, 1);
  }

  static Scheduler read(Fields fields) {
    if (fields.entries().isEmpty()) return USUAL;
    return named(fields).map(kind -> kind.with(fields)).orElse(USUAL);
  }

  /** Empty, reported, where there is none of that name: its parameters cannot be judged then. */
  private static Optional<SchedulerFile> named(Fields fields) {
    Optional<String> name = fields.text(NAME, true);
    Optional<SchedulerFile> kind =
        ALL.stream().filter(k -> k.name.equals(name.orElse(""))).findFirst();
    List<String> names = ALL.stream().map(SchedulerFile::name).toList();
    if (name.isPresent() && kind.isEmpty())
      fields.problems().unknown(fields.value(NAME).orElseThrow(), "scheduler", name.get(), names);
    return kind;
  }

  private Scheduler with(Fields fields) {
    List<String> keys = new ArrayList<>(List.of(NAME));
    for (Parameter parameter : parameters) keys.add(parameter.name());
    fields.allowOnly("key of scheduler " + name, keys);
    return scheduler.apply(key -> parameter(key).read(fields));
  }

  private Parameter parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }
}

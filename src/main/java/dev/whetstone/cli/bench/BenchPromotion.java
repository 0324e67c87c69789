package dev.whetstone.cli.bench;

import dev.whetstone.cli.Speech;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.promotion.simulation.Simulation;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the gate makes of planted versions. */
@Command(
    name = "promotion",
    mixinStandardHelpOptions = true,
    description = {
      "Plants simulated versions of known worth before the gate, and counts whom it lets serve.",
      "450 solutions with human labels, 1,800 of 18 families, 200 archived ones, with the gate as"
          + " it is configured. Exits 0 if of those that must not serve at most 5 %% do, and of"
          + " those clearly better at least 80 %%."
    })
final class BenchPromotion implements Callable<Integer> {
  private static final String GOAL =
      "of those that must not serve at most 5 % are promoted, of those clearly better at least"
          + " 80 %";

  @Mixin private Speech speech;

  @Option(
      names = "--versions",
      defaultValue = "100",
      description = "planted versions of each kind (default: ${DEFAULT-VALUE})")
  private int versions;

  @Option(names = "--seed", defaultValue = "1", description = "another one plants other versions")
  private long seed;

  @Override
  public Integer call() {
    speech.require(versions >= 1 && versions <= 10_000, "--versions lies between 1 and 10,000");
    boolean met = true;
    speech.out().printf(Locale.ROOT, "%-62s%10s%10s  %s%n", "planted", "versions", "promoted", "");
    for (Simulation.Row row :
        new Simulation(PromotionSettings.configured().gate()).run(versions, seed)) {
      met &= row.met();
      speech
          .out()
          .printf(
              Locale.ROOT,
              "%-62s%10d%10d  %s%n",
              row.kind(),
              row.planted(),
              row.promoted(),
              row.bound());
    }
    speech.out().printf("%n%-8s %s%n", met ? "met" : "NOT MET", GOAL);
    return met ? 0 : 1;
  }
}

package dev.whetstone.curriculum.bakeoff;

import dev.whetstone.curriculum.Scheduler;
import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.curriculum.scheduler.PlrScheduler;
import dev.whetstone.curriculum.scheduler.SecScheduler;
import dev.whetstone.curriculum.scheduler.UniformScheduler;
import java.util.List;

/** A named rule of the bake-off. */
record Entry(String name, boolean ours, Rule.Start start) {
  static final int AUDITS = 60;
  static final Entry SEC = rival("SEC", Rivals.Sec::new);
  static final Entry OURS =
      new Entry(
          "learnability (f, s exact)",
          true,
          (world, random) -> new Ours(learnability(), world.verifiers(), random));

  /** The published rules, ours, and ours with parts exchanged. */
  static List<Entry> all() {
    return List.of(
        rival("uniform", Rivals.Uniform::new),
        rival("RLVE 0.9/window 4", Rivals.Rlve::new),
        rival("reasoning-gym .7/.3", Rivals.ReasoningGym::new),
        rival("prime-rl pools", Rivals.PrimeRl::new),
        rival("AdaRFT", Rivals.AdaRft::new),
        rival("SFL p(1-p)", Rivals.Sfl::new),
        rival("MoPPS top-k", Rivals.MoPps::new),
        rival("PLR rank", Rivals.Plr::new),
        SEC,
        part("our levels, uniform", new UniformScheduler()),
        part("our levels, plr", new PlrScheduler(0.3, 0.1)),
        part("our levels, sec", new SecScheduler(0.2, 0.1)),
        OURS,
        new Entry(
            "learnability (60 audits)",
            true,
            (world, random) -> new Ours(learnability(), world.audited(AUDITS), random)));
  }

  static LearnabilityScheduler learnability() {
    return LearnabilityScheduler.DEFAULT;
  }

  private static Entry rival(String name, Rule.Start start) {
    return new Entry(name, false, start);
  }

  private static Entry part(String name, Scheduler scheduler) {
    return new Entry(name, true, (world, random) -> new Ours(scheduler, world.verifiers(), random));
  }
}

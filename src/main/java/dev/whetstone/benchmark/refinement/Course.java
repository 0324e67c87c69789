package dev.whetstone.benchmark.refinement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** Which solutions are worked on next. */
public enum Course {
  /** Each thread goes on with its own latest one; DeepSeekMath-V2, section 3.3.2. */
  THREADS {
    @Override
    Standing stand(Plan plan, List<Attempt> attempts) {
      return new Threads(plan, attempts).stand();
    }
  },
  /** The best of all, each several times, until one passes; DeepSeekMath-V2, section 3.3.3. */
  SEARCH {
    @Override
    Standing stand(Plan plan, List<Attempt> attempts) {
      return new Search(plan, attempts).stand();
    }
  };

  /** By all attempts so far; the same ones give the same. */
  abstract Standing stand(Plan plan, List<Attempt> attempts);

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

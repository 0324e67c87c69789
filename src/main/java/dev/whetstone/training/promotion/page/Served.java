package dev.whetstone.training.promotion.page;

import dev.whetstone.training.promotion.Event;
import dev.whetstone.training.promotion.State;
import dev.whetstone.training.promotion.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A time in which a version served.
 *
 * @param to empty where it still does
 */
record Served(Instant from, Optional<Instant> to) {
  /** By its events, the first first. */
  static List<Served> of(Version version) {
    List<Served> times = new ArrayList<>();
    Optional<Instant> from = Optional.empty();
    for (Event event : version.events()) {
      boolean serves = event.state() == State.SERVING;
      if (serves && from.isEmpty()) from = Optional.of(event.at());
      if (serves || from.isEmpty()) continue;
      times.add(new Served(from.get(), Optional.of(event.at())));
      from = Optional.empty();
    }
    from.ifPresent(since -> times.add(new Served(since, Optional.empty())));
    return times;
  }
}

package dev.whetstone.model.serve;

import dev.whetstone.model.Card;
import dev.whetstone.model.serve.ModelView.State;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Tells the operator what serves, what was refused and why; each of it once. */
final class VersionLog {
  private static final Logger LOG = Logger.getLogger(VersionLog.class);

  private final Path root;
  private final String name;
  private final Optional<String> pinned;
  private final Set<String> told = new HashSet<>();

  VersionLog(Path root, String name, Optional<String> pinned) {
    this.root = root;
    this.name = name;
    this.pinned = pinned;
  }

  void tell(List<ModelView> views, Optional<Card> serving) {
    List<String> refused = refused(views);
    if (serving.isEmpty()) warnOnce(nothing(refused));
    for (String line : refused) if (serving.isPresent()) warnOnce(line);
    serving.map(Card::id).filter(told::add).ifPresent(id -> LOG.infof("%s serves", id));
  }

  /** Versions that might have served, the newest first. */
  private List<String> refused(List<ModelView> views) {
    return views.reversed().stream()
        .filter(view -> view.state() == State.REFUSED && view.name().equals(name))
        .filter(view -> pinned.map(view.version()::equals).orElse(true))
        .map(view -> view.name() + "@" + view.version() + " is refused: " + view.reason().get())
        .toList();
  }

  private String nothing(List<String> refused) {
    String wanted = name + pinned.map(version -> "@" + version).orElse("");
    return refused.isEmpty()
        ? "no " + wanted + " in " + root + ": nothing is scored by a model"
        : "no " + wanted + " serves: " + String.join("; ", refused);
  }

  private void warnOnce(String line) {
    if (told.add(line)) LOG.warn(line);
  }
}

package dev.whetstone.model.serve;

import dev.whetstone.model.Card;
import dev.whetstone.model.host.ModelFolder;
import dev.whetstone.model.host.Refused;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a model, and whether it serves.
 *
 * @param version empty where the folder of all its versions is at fault
 * @param role empty where its card cannot be read
 * @param reason why it is refused; empty otherwise
 * @param loadedAt since when it serves; empty where it does not
 * @param metrics of its card, by benchmark set
 */
public record ModelView(
    String name,
    String version,
    Optional<Card.Role> role,
    State state,
    Optional<String> reason,
    Optional<Instant> loadedAt,
    Map<String, Map<String, Double>> metrics) {
  /** What a version does. */
  public enum State {
    SERVING,
    /** It could, but another version does, or the server needs no model of that name. */
    STANDBY,
    REFUSED
  }

  static ModelView serving(Card card, Instant loadedAt) {
    return of(card, State.SERVING, Optional.empty(), Optional.of(loadedAt));
  }

  static ModelView standby(Card card) {
    return of(card, State.STANDBY, Optional.empty(), Optional.empty());
  }

  static ModelView refused(Card card, String reason) {
    return of(card, State.REFUSED, Optional.of(reason), Optional.empty());
  }

  static ModelView refused(Path root, ModelFolder.Faulty faulty) {
    Path path = faulty.path();
    boolean isVersion = !path.getParent().equals(root);
    return new ModelView(
        (isVersion ? path.getParent() : path).getFileName().toString(),
        isVersion ? path.getFileName().toString() : "",
        Optional.empty(),
        State.REFUSED,
        Optional.of(reason(faulty.refusal())),
        Optional.empty(),
        Map.of());
  }

  static String reason(Refused refusal) {
    return (refusal.file().isEmpty() ? "" : refusal.file() + ": ") + refusal.reason();
  }

  private static ModelView of(
      Card card, State state, Optional<String> reason, Optional<Instant> loadedAt) {
    return new ModelView(
        card.name(),
        card.version(),
        Optional.of(card.role()),
        state,
        reason,
        loadedAt,
        card.metrics());
  }
}

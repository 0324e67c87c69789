package dev.whetstone.model.serve;

import dev.whetstone.model.Card;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.host.ModelFolder;
import dev.whetstone.model.host.ModelFolders;
import dev.whetstone.model.host.Refused;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The versions of one model. The first good one of its {@link Precedence} serves; one that comes
 * before it is loaded beside it, and takes its place or is refused for as long as its card is not
 * written again.
 */
final class Versions {
  private final Path root;
  private final String name;
  private final Optional<String> pinned;
  private final Precedence precedence;
  private final Loading loading;
  private final Function<Scorer, Hosted> hosting;
  private final InstantSource clock;
  private final VersionLog log;
  private final Map<Path, Refusal> refusals = new HashMap<>();
  private final ReentrantLock looking = new ReentrantLock();
  private Map<Path, FileTime> seen;
  private List<String> order = List.of();
  private volatile boolean closed;
  private volatile Optional<Serving> serving = Optional.empty();
  private volatile List<ModelView> views = List.of();

  private record Serving(Hosted hosted, Card card, Instant since) {}

  private record Refusal(FileTime card, String reason) {}

  /**
   * @param pinned the one version that may serve; else the precedence decides
   * @param hosting makes the first scorer serve
   */
  Versions(
      Path root,
      String name,
      Optional<String> pinned,
      Precedence precedence,
      Loading loading,
      Function<Scorer, Hosted> hosting,
      InstantSource clock) {
    this.root = root;
    this.name = name;
    this.pinned = pinned;
    this.precedence = precedence;
    this.loading = loading;
    this.hosting = hosting;
    this.clock = clock;
    this.log = new VersionLog(root, name, pinned);
  }

  Optional<Hosted> hosted() {
    return serving.map(Serving::hosted);
  }

  /** Of every model in the folder, as of the last look. */
  List<ModelView> views() {
    return views;
  }

  /**
   * Looks whether a card was written, or the precedence changed, since the last look, and if so for
   * the version that is to serve.
   *
   * @throws java.io.UncheckedIOException if the folder is there and cannot be read
   */
  void look() {
    looking.lock();
    try {
      if (!closed) lookNow();
    } finally {
      looking.unlock();
    }
  }

  private void lookNow() {
    Map<Path, FileTime> cards = CardStamps.of(root);
    List<String> ordered = pinned.map(List::of).orElseGet(() -> precedence.of(name));
    if (cards.equals(seen) && ordered.equals(order)) return;
    List<ModelFolder> folders = ModelFolders.list(root);
    refusals.entrySet().removeIf(r -> !r.getValue().card().equals(cards.get(r.getKey())));
    serveFirst(ordered, candidates(folders, cards), cards);
    views = folders.stream().map(this::view).toList();
    seen = cards;
    order = ordered;
    log.tell(serving.isEmpty() ? views : views(folders, cards), serving.map(Serving::card));
  }

  /** Of the model that serves, by version, the newest first. */
  private SortedMap<String, ModelFolder.Whole> candidates(
      List<ModelFolder> folders, Map<Path, FileTime> cards) {
    SortedMap<String, ModelFolder.Whole> candidates =
        new TreeMap<>(ModelFolders.VERSIONS.reversed());
    for (ModelFolder folder : folders)
      if (folder instanceof ModelFolder.Whole whole
          && whole.card().name().equals(name)
          && cards.containsKey(whole.path())
          && !refusals.containsKey(whole.path())) candidates.put(whole.card().version(), whole);
    return candidates;
  }

  /** The first that can be loaded; what serves is left where it is reached before. */
  private void serveFirst(
      List<String> ordered, SortedMap<String, ModelFolder.Whole> there, Map<Path, FileTime> cards) {
    for (String version : ordered.isEmpty() ? newestFirst(there.keySet()) : ordered) {
      if (closed || isServing(version)) return;
      ModelFolder.Whole whole = there.get(version);
      Optional<Scorer> loaded =
          whole == null ? Optional.empty() : load(whole, cards.get(whole.path()));
      if (loaded.isPresent()) {
        serve(loaded.get());
        return;
      }
    }
  }

  /** What serves among them, even if its folder is gone. */
  private SortedSet<String> newestFirst(Set<String> versions) {
    SortedSet<String> all = new TreeSet<>(ModelFolders.VERSIONS.reversed());
    all.addAll(versions);
    serving.ifPresent(s -> all.add(s.card().version()));
    return all;
  }

  private boolean isServing(String version) {
    return serving.filter(s -> s.card().version().equals(version)).isPresent();
  }

  private Optional<Scorer> load(ModelFolder.Whole whole, FileTime card) {
    try {
      return Optional.of(loading.load(whole.path(), whole.card()));
    } catch (Refused e) {
      refusals.put(whole.path(), new Refusal(card, ModelView.reason(e)));
    } catch (RuntimeException | LinkageError e) {
      refusals.put(whole.path(), new Refusal(card, "it cannot be loaded: " + e));
    }
    return Optional.empty();
  }

  private void serve(Scorer scorer) {
    if (closed) {
      scorer.close();
      return;
    }
    Card card = scorer.card();
    Optional<Hosted> before = hosted();
    var unused = before.map(hosted -> hosted.swap(scorer));
    Hosted hosted = before.orElseGet(() -> hosting.apply(scorer));
    serving = Optional.of(new Serving(hosted, card, clock.instant()));
  }

  /** Of those that have a card: what is still being written gives no cause for worry. */
  private List<ModelView> views(List<ModelFolder> folders, Map<Path, FileTime> cards) {
    return folders.stream().filter(f -> cards.containsKey(f.path())).map(this::view).toList();
  }

  private ModelView view(ModelFolder folder) {
    return switch (folder) {
      case ModelFolder.Faulty faulty -> ModelView.refused(root, faulty);
      case ModelFolder.Whole whole -> view(whole);
    };
  }

  private ModelView view(ModelFolder.Whole whole) {
    Refusal refusal = refusals.get(whole.path());
    if (refusal != null) return ModelView.refused(whole.card(), refusal.reason());
    return serving
        .filter(s -> s.card().id().equals(whole.card().id()))
        .map(s -> ModelView.serving(s.card(), s.since()))
        .orElseGet(() -> ModelView.standby(whole.card()));
  }

  /**
   * As {@link Hosted#close(Duration, Duration)}; a version that is just being loaded is waited for
   * in the same time.
   */
  void close(Duration grace, Duration batch) {
    Deadline waiting = Deadline.in(grace);
    Deadline end = Deadline.in(grace.plus(batch));
    closed = true;
    hosted().ifPresent(hosted -> hosted.close(waiting, end));
    if (!isAloneBy(end)) return;
    try {
      // Once more, for one that was loaded just before and serves only now.
      hosted().ifPresent(hosted -> hosted.close(waiting, end));
    } finally {
      looking.unlock();
    }
  }

  private boolean isAloneBy(Deadline end) {
    try {
      return looking.tryLock(end.nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

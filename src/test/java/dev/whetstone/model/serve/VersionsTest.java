package dev.whetstone.model.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Card;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.host.Cards;
import dev.whetstone.model.host.Refused;
import dev.whetstone.model.serve.ModelView.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VersionsTest {
  private static final String NAME = "step-verifier";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Limits LIMITS =
      new Limits(100, 1_000, 100, Duration.ofSeconds(30), Duration.ZERO, 1_000, 10);

  @TempDir Path root;
  private final List<String> loads = new ArrayList<>();
  private final Map<String, FakeScorer> loaded = new TreeMap<>();
  private final List<String> bad = new ArrayList<>();
  private List<String> order = List.of();
  private Versions versions;

  @AfterEach
  void close() {
    if (versions != null) versions.close(Duration.ofSeconds(20), Duration.ofSeconds(20));
    loaded.values().forEach(scorer -> assertEquals(List.of(), List.copyOf(scorer.faults)));
  }

  private Versions versions(String pinned) {
    versions =
        new Versions(
            root,
            NAME,
            Optional.ofNullable(pinned),
            name -> order,
            this::load,
            scorer -> new Hosted(scorer, LIMITS, new SimpleMeterRegistry()),
            InstantSource.fixed(NOW));
    return versions;
  }

  private Scorer load(Path folder, Card card) throws Refused {
    loads.add(card.id());
    if (bad.contains(card.version())) throw new Refused(folder, "card.json", "golden example 1");
    FakeScorer scorer = new FakeScorer(card.name(), card.version());
    loaded.put(card.id(), scorer);
    return scorer;
  }

  private Path write(String name, String version) throws IOException, Refused {
    Path folder = Files.createDirectories(root.resolve(name).resolve(version));
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    Files.writeString(folder.resolve("weights.safetensors"), "weights of " + version);
    Cards.write(folder, FakeScorer.card(name, version));
    return folder;
  }

  private void look(String serves) {
    versions.look();
    assertEquals(serves, versions.hosted().map(hosted -> hosted.card().version()).orElse("none"));
  }

  private Map<String, State> states() {
    return versions.views().stream()
        .collect(Collectors.toMap(v -> v.name() + "@" + v.version(), ModelView::state));
  }

  @Test
  void withoutAFolderNothingServesUntilThereIsAVersion() throws Exception {
    Path there = root;
    root = root.resolve("later");
    versions(null);
    look("none");
    assertEquals(List.of(), versions.views());
    write(NAME, "1");
    look("1");
    root = there;
  }

  @Test
  void theNewestServesAndTheOthersStandBy() throws Exception {
    write(NAME, "9");
    write(NAME, "10");
    write("other", "11");
    versions(null);
    look("10");
    assertEquals(List.of(NAME + "@10"), loads);
    assertEquals(
        Map.of(NAME + "@9", State.STANDBY, NAME + "@10", State.SERVING, "other@11", State.STANDBY),
        states());
    ModelView view = versions.views().getLast();
    assertEquals(Optional.of(NOW), view.loadedAt());
    assertEquals(Map.of("set", Map.of("f1", 0.5)), view.metrics());
  }

  @Test
  void aNewerVersionTakesThePlaceOfTheOneThatServes() throws Exception {
    write(NAME, "1");
    versions(null);
    look("1");
    Hosted hosted = versions.hosted().orElseThrow();
    write(NAME, "2");
    look("2");
    assertEquals(hosted, versions.hosted().orElseThrow());
    assertEquals("step-verifier@2", hosted.submit(FakeScorer.derivation(2)).get().model());
    assertEquals(State.STANDBY, states().get(NAME + "@1"));
    while (!loaded.get(NAME + "@1").isClosed()) Thread.sleep(1);
  }

  @Test
  void anOlderVersionThatArrivesLaterStandsBy() throws Exception {
    write(NAME, "2");
    versions(null);
    look("2");
    write(NAME, "1");
    look("2");
    assertEquals(List.of(NAME + "@2"), loads);
  }

  @Test
  void aRefusedVersionIsTriedOnceAndTheOneBeforeServesOn() throws Exception {
    write(NAME, "1");
    bad.add("2");
    Path refused = write(NAME, "2");
    versions(null);
    look("1");
    write("other", "1");
    look("1");
    assertEquals(List.of(NAME + "@2", NAME + "@1"), loads);
    assertEquals(Optional.of("card.json: golden example 1"), reason("2"));
    bad.clear();
    Files.setLastModifiedTime(refused.resolve(Cards.FILE), FileTime.from(NOW));
    look("2");
  }

  private Optional<String> reason(String version) {
    return versions.views().stream()
        .filter(view -> view.name().equals(NAME) && view.version().equals(version))
        .findFirst()
        .flatMap(ModelView::reason);
  }

  @Test
  void aVersionIsPassedOverUntilItsCardIsWritten() throws Exception {
    write(NAME, "1");
    versions(null);
    look("1");
    Path folder = write(NAME, "2");
    Path card = folder.resolve(Cards.FILE);
    Files.move(card, root.resolve("kept"));
    look("1");
    Files.move(root.resolve("kept"), card);
    look("2");
  }

  @Test
  void aFolderWhoseFilesAreNotThoseOfItsCardIsRefused() throws Exception {
    write(NAME, "1");
    Files.writeString(write(NAME, "2").resolve("weights.safetensors"), "others");
    versions(null);
    look("1");
    assertEquals(State.REFUSED, states().get(NAME + "@2"));
    assertTrue(reason("2").orElseThrow().startsWith("weights.safetensors: its SHA-256"));
    assertEquals(List.of(NAME + "@1"), loads);
  }

  @Test
  void aPinnedVersionServesWhateverElseIsThere() throws Exception {
    write(NAME, "1");
    write(NAME, "3");
    versions("2");
    look("none");
    write(NAME, "2");
    look("2");
    write(NAME, "4");
    look("2");
    assertEquals(List.of(NAME + "@2"), loads);
  }

  @Test
  void aLoaderThatFailsUnexpectedlyIsARefusal() throws Exception {
    write(NAME, "1");
    versions =
        new Versions(
            root,
            NAME,
            Optional.empty(),
            name -> List.of(),
            (folder, card) -> {
              throw new UnsatisfiedLinkError("no engine");
            },
            scorer -> new Hosted(scorer, LIMITS, new SimpleMeterRegistry()),
            InstantSource.fixed(NOW));
    look("none");
    assertTrue(reason("1").orElseThrow().contains("no engine"));
  }

  @Test
  void aVersionThatComesOutOfItsLoadAfterTheCloseIsClosed() throws Exception {
    write(NAME, "1");
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    FakeScorer late = new FakeScorer(NAME, "1");
    versions =
        new Versions(
            root,
            NAME,
            Optional.empty(),
            name -> List.of(),
            (folder, card) -> {
              loading.countDown();
              awaitQuietly(go);
              return late;
            },
            scorer -> new Hosted(scorer, LIMITS, new SimpleMeterRegistry()),
            InstantSource.fixed(NOW));
    Thread looks = Thread.ofPlatform().start(versions::look);
    loading.await();
    versions.close(Duration.ZERO, Duration.ofMillis(10));
    assertFalse(late.isClosed());
    go.countDown();
    looks.join();
    assertTrue(late.isClosed());
    assertEquals(Optional.empty(), versions.hosted());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatServesServesOnWhenItsFolderIsTakenAway() throws Exception {
    Path folder = write(NAME, "1");
    versions(null);
    look("1");
    Files.delete(folder.resolve(Cards.FILE));
    look("1");
    assertFalse(loaded.get(NAME + "@1").isClosed());
  }

  @Test
  void thePrecedenceDecidesWhateverIsNewer() throws Exception {
    write(NAME, "1");
    write(NAME, "2");
    write(NAME, "3");
    order = List.of("2", "1");
    versions(null);
    look("2");
    assertEquals(List.of(NAME + "@2"), loads);
    order = List.of("1");
    look("1");
    while (!loaded.get(NAME + "@2").isClosed()) Thread.sleep(1);
    order = List.of("3", "1");
    look("3");
  }

  @Test
  void theNextOfThePrecedenceServesWhereTheFirstIsNotThereOrBroken() throws Exception {
    write(NAME, "1");
    bad.add("2");
    write(NAME, "2");
    write(NAME, "4");
    order = List.of("3", "2", "1");
    versions(null);
    look("1");
    write(NAME, "3");
    look("3");
  }

  @Test
  void whatServesServesOnWhereNoneOfThePrecedenceIsThere() throws Exception {
    write(NAME, "1");
    order = List.of("1");
    versions(null);
    look("1");
    order = List.of("9");
    look("1");
  }

  @Test
  void aFileInPlaceOfTheFolderHoldsNoModels() throws Exception {
    Files.delete(root);
    Files.writeString(root, "a file");
    versions(null);
    look("none");
  }
}

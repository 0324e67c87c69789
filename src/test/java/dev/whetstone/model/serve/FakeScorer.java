package dev.whetstone.model.serve;

import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.PlainCard;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Reads a problem that is a number as P(right) = 1 / number; a token is a character. */
final class FakeScorer implements Scorer {
  private final Card card;
  private final AtomicInteger preparing = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Thread owner;
  private volatile Semaphore gate = new Semaphore(Integer.MAX_VALUE / 2);
  private volatile Consumer<List<Text>> before = batch -> {};

  /** Problems of each batch, as they came. */
  final ConcurrentLinkedQueue<List<String>> batches = new ConcurrentLinkedQueue<>();

  /** What must not happen, and did. */
  final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  record Text(String problem, int longest, int windows) implements Prepared {}

  FakeScorer(String name, String version) {
    card = card(name, version);
  }

  FakeScorer() {
    this("fake", "1");
  }

  static Card card(String name, String version) {
    return PlainCard.of(name, version);
  }

  static Derivation derivation(int number) {
    return new Derivation("" + number, List.of("a step"));
  }

  /** Done before each batch is scored, by its owner. */
  FakeScorer before(Consumer<List<Text>> before) {
    this.before = before;
    return this;
  }

  /** It scores no batch until the gate lets it. */
  Semaphore shut() {
    gate = new Semaphore(0);
    return gate;
  }

  boolean isClosed() {
    return closed.get();
  }

  Thread owner() {
    return owner;
  }

  @Override
  public Card card() {
    return card;
  }

  @Override
  public Prepared prepare(Derivation derivation) throws Unscorable {
    preparing.incrementAndGet();
    try {
      LockSupport.parkNanos(1_000);
      if (isClosed()) faults.add("prepared after it was closed");
      if (derivation.problem().equals("unscorable")) throw new Unscorable("as was asked");
      return new Text(derivation.problem(), (int) derivation.length(), 1);
    } finally {
      preparing.decrementAndGet();
    }
  }

  @Override
  public List<Reading> score(List<Prepared> batch) {
    requireOwner();
    if (isClosed()) faults.add("scored after it was closed");
    gate.acquireUninterruptibly();
    List<Text> texts = batch.stream().map(Text.class::cast).toList();
    batches.add(texts.stream().map(Text::problem).toList());
    before.accept(texts);
    return texts.stream().map(FakeScorer::read).toList();
  }

  private static Reading read(Text text) {
    double whole = 1.0 / Integer.parseInt(text.problem());
    return new Reading(List.of(whole), OptionalInt.empty(), whole, 1, List.of());
  }

  private synchronized void requireOwner() {
    if (owner == null) owner = Thread.currentThread();
    if (owner != Thread.currentThread()) faults.add("touched by " + Thread.currentThread());
  }

  @Override
  public void close() {
    requireOwner();
    if (preparing.get() > 0) faults.add("closed while somebody prepared");
    if (closed.getAndSet(true)) faults.add("closed twice");
  }
}

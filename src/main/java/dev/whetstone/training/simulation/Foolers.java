package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.training.promotion.Archive;
import dev.whetstone.training.promotion.Archive.Origin;
import dev.whetstone.training.promotion.Gate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What fooled a version that served, kept by the archive's own rules, in memory. */
final class Foolers {
  private static final String VERIFIER = "linear";

  private final Gate gate;
  private final Map<String, Fooler> byId = new LinkedHashMap<>();

  Foolers(Gate gate) {
    this.gate = gate;
  }

  private record Fooler(int version, Read read) {}

  /**
   * Adds it if it fooled the version, and is not there yet.
   *
   * @return whether it may be trained on: not where it is kept to measure on
   */
  boolean add(LinearVerifier version, Read read) {
    Judged judged = version.judged(read);
    var kept = Archive.kept(VERIFIER, Origin.OUTCOME, judged.item());
    if (gate.isFooled(judged))
      byId.putIfAbsent(kept.id(), new Fooler(version.version(), read.as(kept)));
    Fooler there = byId.get(kept.id());
    return there == null || there.read.item().split() == Split.TRAIN;
  }

  List<Read> toMeasureOn() {
    return byId.values().stream()
        .map(Fooler::read)
        .filter(read -> read.item().split() == Split.TEST)
        .toList();
  }

  /** Ids of those that fooled this version first. */
  Set<String> of(LinearVerifier version) {
    return byId.entrySet().stream()
        .filter(entry -> entry.getValue().version() == version.version())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}

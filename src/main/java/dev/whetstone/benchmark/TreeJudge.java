package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.TreeReading;
import dev.whetstone.model.TreeScorer;
import dev.whetstone.model.Unscorable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Has solutions that share their beginning read together. What a tree does not read is read alone,
 * or refused as it would be there.
 */
final class TreeJudge {
  /** Trees prepared at a time: their tokens are held together. */
  private static final int HELD = 64;

  private final TreeScorer scorer;
  private final int tokens;
  private final ScorerJudge alone;

  TreeJudge(TreeScorer scorer, int tokens, ScorerJudge alone) {
    this.scorer = scorer;
    this.tokens = tokens;
    this.alone = alone;
  }

  List<Judgement> judge(List<Labelled> items, IntConsumer done) {
    Judgement[] judgements = new Judgement[items.size()];
    List<ProblemTree> trees = ProblemTree.of(items);
    for (int from = 0; from < trees.size(); from += HELD)
      for (List<Sized<ProblemTree>> batch :
          Sized.batches(prepared(trees.subList(from, Math.min(trees.size(), from + HELD))), tokens))
        read(batch, judgements, done);
    judgeRest(items, judgements, done);
    return List.of(judgements);
  }

  private List<Sized<ProblemTree>> prepared(List<ProblemTree> trees) {
    List<Sized<ProblemTree>> prepared = new ArrayList<>();
    for (ProblemTree tree : trees)
      try {
        prepared.add(new Sized<>(tree, scorer.prepare(tree.tree())));
      } catch (Unscorable e) {
        // Each of its solutions is asked alone, for a reason of its own.
      }
    return prepared;
  }

  private void read(List<Sized<ProblemTree>> batch, Judgement[] judgements, IntConsumer done) {
    List<TreeReading> readings = scorer.read(Sized.prepared(batch));
    int judged = 0;
    for (int i = 0; i < batch.size(); i++)
      judged += take(batch.get(i).what(), readings.get(i), judgements);
    done.accept(judged);
  }

  private int take(ProblemTree tree, TreeReading reading, Judgement[] judgements) {
    int taken = 0;
    for (int i = 0; i < tree.items().size(); i++) {
      Optional<Judgement> said = reading.path(tree.ends().get(i)).map(alone::said);
      judgements[tree.items().get(i)] = said.orElse(null);
      if (said.isPresent()) taken++;
    }
    return taken;
  }

  private void judgeRest(List<Labelled> items, Judgement[] judgements, IntConsumer done) {
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < judgements.length; i++) if (judgements[i] == null) rest.add(i);
    List<Judgement> said = alone.judgeAlone(rest.stream().map(items::get).toList(), done);
    for (int i = 0; i < rest.size(); i++) judgements[rest.get(i)] = said.get(i);
  }
}

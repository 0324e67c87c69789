package dev.whetstone.model.fit;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.whetstone.model.net.Inputs;
import dev.whetstone.model.text.Node;
import dev.whetstone.model.text.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows side by side as the network's inputs and targets; see {@code Network.training}. */
final class Batch {
  private static final float MARKED = 10;

  private final Inputs inputs;
  private final List<Float> prior = new ArrayList<>();
  private final List<Float> right = new ArrayList<>();
  private final List<Float> weight = new ArrayList<>();
  private final List<Long> kind = new ArrayList<>();
  private final List<Long> better = new ArrayList<>();
  private final List<Long> worse = new ArrayList<>();
  private final float[] flawed;
  private final float[] flawedWeight;

  Batch(List<ExampleRow> rows) {
    inputs = Inputs.of(rows.stream().map(ExampleRow::row).toList());
    flawed = new float[inputs.rows() * inputs.side()];
    flawedWeight = new float[inputs.rows() * inputs.side()];
    for (int i = 0; i < rows.size(); i++) targets(rows.get(i), i * inputs.side());
  }

  int steps() {
    return right.size();
  }

  int tokens() {
    return inputs.rows() * inputs.side();
  }

  private void targets(ExampleRow row, int at) {
    Map<Integer, List<Integer>> siblings = new HashMap<>();
    for (Row.Step step : row.row().steps()) {
      if (!step.scored()) continue;
      Example.Step labelled = row.example().steps().get(step.node());
      Example.Target target = labelled.target().orElseThrow();
      Node node = row.nodes().get(step.node());
      boolean open = !labelled.prior().decides();
      if (open)
        siblings.computeIfAbsent(node.parent(), none -> new ArrayList<>()).add(right.size());
      prior.add((float) labelled.prior().logit());
      right.add(target.right());
      weight.add(open ? target.weight() : 0);
      kind.add((long) target.kind());
      if (target.to() > target.from()) mark(step, node, target, at);
    }
    siblings.values().forEach(this::pair);
  }

  private void mark(Row.Step step, Node node, Example.Target target, int at) {
    for (int i = 0; i < node.tokens().length(); i++) {
      boolean wrong =
          node.tokens().starts()[i] < target.to() && node.tokens().ends()[i] > target.from();
      flawed[at + step.start() + i] = wrong ? 1 : 0;
      flawedWeight[at + step.start() + i] = wrong ? 1 : 1 / MARKED;
    }
  }

  /** Steps after the same beginning: each right one is better than each wrong one. */
  private void pair(List<Integer> siblings) {
    for (int a : siblings)
      for (int b : siblings)
        if (right.get(a) - right.get(b) > 0.5f) {
          better.add((long) a);
          worse.add((long) b);
        }
  }

  NDList inputs(NDManager manager) {
    return inputs.on(manager);
  }

  NDList targets(NDManager manager) {
    Shape square = new Shape(inputs.rows(), inputs.side());
    return new NDList(
        manager.create(floats(prior)),
        manager.create(floats(right)),
        manager.create(floats(weight)),
        manager.create(longs(kind)),
        manager.create(flawed, square),
        manager.create(flawedWeight, square),
        manager.create(longs(better)),
        manager.create(longs(worse)));
  }

  private static float[] floats(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) array[i] = values.get(i);
    return array;
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}

package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Labelled;
import java.util.List;
import java.util.function.IntConsumer;

/** Who says of each step how likely it is right: a learned verifier, or a baseline beside it. */
public interface Judge {
  /** As it stands in reports, for example {@code step-verifier@1}. */
  String name();

  /** One sentence for people: what it goes by. */
  String about();

  /** So that nobody takes for skill what was seen before. */
  default TrainedOn trainedOn() {
    return TrainedOn.UNSAID;
  }

  /**
   * One judgement each, in their order; the labels are seen by a baseline alone, and never those of
   * its own problem.
   *
   * @param done told how many more are judged, now and then
   */
  List<Judgement> judge(List<Labelled> items, IntConsumer done);
}

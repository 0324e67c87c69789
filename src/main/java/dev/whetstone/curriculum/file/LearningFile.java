package dev.whetstone.curriculum.file;

import dev.whetstone.curriculum.Learning;
import java.util.List;

/** The section of a curriculum file that says how evidence is kept and when it moves a level. */
final class LearningFile {
  private static final Learning USUAL = Learning.DEFAULT;
  private static final Parameter HALF_LIFE =
      new Parameter("half_life", USUAL.halfLife(), 1, 100_000);
  private static final Parameter EVIDENCE = new Parameter("evidence", USUAL.evidence(), 1, 100_000);
  private static final Parameter CONFIDENCE =
      new Parameter("confidence", USUAL.confidence(), 0.51, 0.9999);
  private static final Parameter UP = new Parameter("up", USUAL.up(), 0.01, 0.99);
  private static final Parameter DOWN = new Parameter("down", USUAL.down(), 0.01, 0.99);

  private LearningFile() {}

  static Learning read(Fields fields) {
    fields.allowOnly("key", List.of("half_life", "evidence", "confidence", "up", "down"));
    double halfLife = HALF_LIFE.read(fields);
    double evidence = EVIDENCE.read(fields);
    double confidence = CONFIDENCE.read(fields);
    double up = UP.read(fields);
    double down = DOWN.read(fields);
    return agree(fields, halfLife, evidence, confidence, up, down)
        ? new Learning(halfLife, evidence, confidence, up, down)
        : USUAL;
  }

  private static boolean agree(
      Fields fields, double halfLife, double evidence, double confidence, double up, double down) {
    boolean ordered = down < up;
    boolean kept = evidence <= halfLife;
    double attainable = ordered ? Learning.attainable(halfLife, up, down) : 1;
    if (!ordered) fields.problems().add(fields.at(), "'down' is below 'up'; leave a gap");
    if (!kept)
      fields
          .problems()
          .add(fields.at(), "'evidence' fades before it is reached; raise 'half_life'");
    if (attainable < confidence)
      fields
          .problems()
          .add(
              fields.at(),
              "no level could move: what is remembered can be at most "
                  + Parameter.plain(Math.floor(attainable * 1000) / 1000)
                  + " sure; raise 'half_life' or lower 'confidence'");
    return ordered && kept && attainable >= confidence;
  }
}

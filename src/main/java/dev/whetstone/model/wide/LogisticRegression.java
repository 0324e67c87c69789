package dev.whetstone.model.wide;

import dev.whetstone.model.wide.note.StepNotes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Logistic regression over a hashed space, fitted by AdaGrad (Duchi et al., 2011) twice: to the
 * surface of steps, and to what is noted of steps of known templates, of which the notes alone
 * tell. The same rows in the same order give the same weights. A small rate and an early end are
 * its only regularization.
 */
public final class LogisticRegression {
  /** Places of the surface: a power of two. */
  public static final int SURFACE = 1 << 18;

  /** Places of marks, behind those of the surface: a power of two. */
  static final int MARKS = 1 << 18;

  /** Places of notes, behind those of marks: a power of two. */
  static final int NOTES = 1 << 20;

  /** All places. */
  public static final int SPACE = SURFACE + MARKS + NOTES;

  /** Rows looked at in all: more is learning by heart, fewer is not learning. */
  private static final int LOOKS = 110_000;

  private static final double RATE = 0.01;
  private static final int NOTES_EPOCHS = 12;
  private static final double NOTES_RATE = 0.2;

  /** Sum of squares that every note starts from: a note seen once says little. */
  private static final double NOTES_DAMPING = 1;

  /**
   * How often a right step counts. About half of the steps that notes are fitted to are wrong; of a
   * solution's steps one is the first wrong one, at most, and all the others have to pass.
   */
  private static final double RIGHT_COUNTS = 6;

  /** Rows of one template from which on it is known. */
  private static final int KNOWN_FROM = 8;

  /** Log odds from which on notes decide. */
  private static final double SURE = 2;

  private final float[] weights;

  private LogisticRegression(float[] weights) {
    this.weights = weights;
  }

  /** Says 1/2 of everything. */
  public static LogisticRegression untaught() {
    return new LogisticRegression(new float[SPACE]);
  }

  /** Whether so many weights are those of a model, with or without notes. */
  public static boolean fits(int weights) {
    return weights == SURFACE || weights == SPACE;
  }

  /**
   * @param weights [{@link #SPACE}], or [{@link #SURFACE}] where no template is known
   */
  public static LogisticRegression of(float[] weights) {
    if (!fits(weights.length))
      throw new IllegalArgumentException(SPACE + " weights are needed, not " + weights.length);
    return new LogisticRegression(Arrays.copyOf(weights, SPACE));
  }

  /**
   * To the surface of rows in a seeded order, several times.
   *
   * @param outcomes the probability that each row's outcome is true, mostly 0 or 1
   */
  public static LogisticRegression fit(List<Features> rows, List<Double> outcomes) {
    LogisticRegression model = untaught();
    float[] squares = new float[SURFACE];
    SplittableRandom random = new SplittableRandom(1);
    int[] order = new int[rows.size()];
    for (int epoch = 0; !rows.isEmpty() && epoch * (long) rows.size() < LOOKS; epoch++) {
      shuffle(order, random);
      for (int row : order) model.learn(rows.get(row), outcomes.get(row), squares);
    }
    return model;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  private void learn(Features row, double outcome, float[] squares) {
    double error = probability(surface(row)) - outcome;
    for (int i = 0; i < row.places().length; i++) {
      int place = row.places()[i];
      double gradient = error * row.values()[i];
      squares[place] += (float) (gradient * gradient);
      weights[place] -= (float) (RATE * gradient / Math.sqrt(squares[place] + 1e-8));
    }
  }

  /**
   * What is noted of a step.
   *
   * @param marks as in {@link Features}
   * @param notes as in {@link Features}
   * @param outcome the probability that it is true
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Noted(int[] marks, int[] notes, double outcome) {}

  /** To what is noted of steps, and to which templates they have. */
  public static LogisticRegression ofNotes(List<Noted> rows) {
    LogisticRegression model = untaught();
    model.mark(rows);
    float[] squares = new float[SPACE];
    SplittableRandom random = new SplittableRandom(1);
    int[] order = new int[rows.size()];
    for (int epoch = 0; epoch < NOTES_EPOCHS; epoch++) {
      shuffle(order, random);
      for (int row : order) model.learn(rows.get(row), squares);
    }
    return model;
  }

  /** This one, with what another learnt of notes. */
  public LogisticRegression with(LogisticRegression notes) {
    LogisticRegression model = of(weights);
    System.arraycopy(notes.weights, SURFACE, model.weights, SURFACE, SPACE - SURFACE);
    return model;
  }

  private void mark(List<Noted> rows) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (Noted row : rows) counts.merge(template(row), 1, Integer::sum);
    for (Noted row : rows)
      if (counts.get(template(row)) >= KNOWN_FROM) for (int mark : row.marks) weights[mark] = 1;
  }

  private static List<Integer> template(Noted row) {
    return Arrays.stream(row.marks, 0, Math.min(StepNotes.TEMPLATE_MARKS, row.marks.length))
        .boxed()
        .toList();
  }

  private void learn(Noted row, float[] squares) {
    if (!isKnown(row.marks)) return;
    double counts = 1 + row.outcome * (RIGHT_COUNTS - 1);
    double error = counts * (probability(sum(row.notes)) - row.outcome);
    for (int place : row.notes) {
      squares[place] += (float) (error * error);
      weights[place] -= (float) (NOTES_RATE * error / Math.sqrt(squares[place] + NOTES_DAMPING));
    }
  }

  private boolean isKnown(int[] marks) {
    for (int mark : marks) if (weights[mark] == 0) return false;
    return marks.length > 0;
  }

  private double sum(int[] notes) {
    double sum = 0;
    for (int place : notes) sum += weights[place];
    return sum;
  }

  /** P(the outcome is true). */
  public double probability(Features row) {
    return probability(prior(row).logit());
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /**
   * Log odds that the outcome is true. Where the template is known and the notes are sure, they
   * decide; but for what has something new noted of it, only that it is right.
   */
  public Prior prior(Features row) {
    double noted = hasTemplate(row.marks()) ? sum(row.notes()) : 0;
    boolean decides = noted >= SURE || (noted <= -SURE && isKnown(row.marks()));
    return decides ? new Prior(noted, true) : new Prior(surface(row), false);
  }

  private boolean hasTemplate(int[] marks) {
    return isKnown(Arrays.copyOf(marks, Math.min(StepNotes.TEMPLATE_MARKS, marks.length)));
  }

  /** Log odds that the outcome is true, by the surface alone. */
  private double surface(Features row) {
    double sum = 0;
    for (int i = 0; i < row.places().length; i++) sum += weights[row.places()[i]] * row.values()[i];
    return sum;
  }

  /** The weights of one whose word by the surface counts so many times as much. */
  public static float[] counted(float[] weights, double times) {
    float[] counted = weights.clone();
    for (int i = 0; i < SURFACE; i++) counted[i] *= (float) times;
    return counted;
  }

  public float[] weights() {
    return weights.clone();
  }
}

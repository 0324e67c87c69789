package dev.whetstone.verify.proof;

import dev.whetstone.task.Answer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The format that the proof servers of NeMo Gym demand, proof_judge and proof_verification: the two
 * headings, and the last box, wherever it stands; with {@code alpha} 1 and {@code beta} 0 their
 * rewards are ours. What they cannot read of their own judge they pay as 0; here it is no reward.
 *
 * @param longestProof characters of a proof, theirs 40,000
 * @param longestAnalysis characters of an analysis, theirs 20,000
 */
public record LooseFormat(int longestProof, int longestAnalysis) {
  public static final LooseFormat NEMO_GYM = new LooseFormat(40_000, 20_000);

  private static final String BOX = "\\boxed{";
  private static final String SOLUTION = "## Solution";
  private static final String SELF_EVALUATION = "## Self Evaluation";
  private static final int LONGEST_NUMBER = 32;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  public LooseFormat {
    if (longestProof < 1 || longestAnalysis < 1)
      throw new IllegalArgumentException("nothing to read");
  }

  /** What a verifier says of a solution: all of it. */
  public Formatted<Analysis> verifier(String response) {
    return analysis(Answer.afterThinking(response).strip());
  }

  /** A solution, and its writer's own evaluation after it. */
  public Formatted<SelfEvaluated> generator(String response) {
    String said = Answer.afterThinking(response);
    int solution = said.indexOf(SOLUTION);
    if (solution < 0) return missing(SOLUTION);
    int start = solution + SOLUTION.length();
    int evaluation = said.indexOf(SELF_EVALUATION, start);
    if (evaluation < 0) return missing(SELF_EVALUATION);
    String proof = said.substring(start, evaluation).strip();
    if (isOver(proof, longestProof)) return new Formatted.Broken<>("its solution is too long");
    return switch (analysis(said.substring(evaluation + SELF_EVALUATION.length()).strip())) {
      case Formatted.Broken<Analysis>(String why) -> new Formatted.Broken<>(why);
      case Formatted.Kept<Analysis>(Analysis own) ->
          new Formatted.Kept<>(new SelfEvaluated(proof, own));
    };
  }

  private static <T> Formatted<T> missing(String heading) {
    return new Formatted.Broken<>("\"%s\" is missing".formatted(heading));
  }

  private Formatted<Analysis> analysis(String text) {
    if (isOver(text, longestAnalysis)) return new Formatted.Broken<>("its analysis is too long");
    return lastBox(text)
        .<Formatted<Analysis>>map(score -> new Formatted.Kept<>(new Analysis(text, score)))
        .orElseGet(() -> new Formatted.Broken<>("its last box holds none of 0, 0.5 and 1"));
  }

  private static boolean isOver(String text, int most) {
    return text.codePointCount(0, text.length()) > most;
  }

  private static Optional<Score> lastBox(String text) {
    int box = text.lastIndexOf(BOX);
    int end = box < 0 ? -1 : text.indexOf('}', box);
    if (end < 0) return Optional.empty();
    String number = text.substring(box + BOX.length(), end).strip();
    if (number.length() > LONGEST_NUMBER || !NUMBER.matcher(number).matches())
      return Optional.empty();
    double value = Double.parseDouble(number);
    for (Score score : Score.values()) if (score.value() == value) return Optional.of(score);
    return Optional.empty();
  }
}

package dev.whetstone.verify.proof;

import dev.whetstone.task.Answer;
import java.util.List;

/**
 * The format that DeepSeekMath-V2 demands of each writer (its prompts A.1 to A.3), read strictly:
 * fixed words, then a box with 0, 1/2 or 1, and nothing that contradicts it. Thoughts before the
 * last {@code </think>} do not count; linear in the text.
 */
public final class ResponseFormat {
  private static final String THINK = "<think>";
  private static final List<String> EVALUATION = List.of("Here is my evaluation of the solution:");

  /** Their template has one "l", their paper two. */
  private static final List<String> SCORE =
      List.of(
          "Based on my evaluation, the final overall score should be:",
          "Based on my evaluation, the final overal score should be:");

  private static final List<String> META_ANALYSIS =
      List.of("Here is my analysis of the \"solution evaluation\":");
  private static final List<String> META_SCORE =
      List.of("Based on my analysis, I will rate the \"solution evaluation\" as:");
  private static final String SOLUTION = "## Solution";
  private static final String SELF_EVALUATION = "## Self Evaluation";

  private final int longest;

  /**
   * @param longest characters of a response; a longer one is broken
   */
  public ResponseFormat(int longest) {
    if (longest < 1) throw new IllegalArgumentException("nothing to read: " + longest);
    this.longest = longest;
  }

  /** What a verifier says of a solution. */
  public Formatted<Analysis> verifier(String response) {
    return read(() -> analysis(said(response), EVALUATION, SCORE));
  }

  /** What a meta-verifier says of an evaluation. */
  public Formatted<Analysis> metaVerifier(String response) {
    return read(() -> analysis(said(response), META_ANALYSIS, META_SCORE));
  }

  /** A solution and its writer's own evaluation, each under its heading, which stands once. */
  public Formatted<SelfEvaluated> generator(String response) {
    return read(() -> selfEvaluated(said(response)));
  }

  private interface Reader<T> {
    T read() throws BrokenFormat;
  }

  private static <T> Formatted<T> read(Reader<T> reader) {
    try {
      return new Formatted.Kept<>(reader.read());
    } catch (BrokenFormat e) {
      return new Formatted.Broken<>(e.getMessage());
    }
  }

  private String said(String response) throws BrokenFormat {
    if (response.length() > longest) throw new BrokenFormat("it is too long to read");
    String said = Answer.afterThinking(response);
    if (said.stripLeading().startsWith(THINK)) throw new BrokenFormat("it ends in thought");
    return said;
  }

  private static SelfEvaluated selfEvaluated(String said) throws BrokenFormat {
    int solution = heading(said, SOLUTION);
    int evaluation = heading(said, SELF_EVALUATION);
    if (evaluation < solution) throw new BrokenFormat("its parts are not in order");
    String proof = said.substring(solution + SOLUTION.length(), evaluation).strip();
    if (proof.isEmpty()) throw new BrokenFormat("its solution is empty");
    String rest = said.substring(evaluation + SELF_EVALUATION.length());
    return new SelfEvaluated(proof, analysis(rest, EVALUATION, SCORE));
  }

  /** A second one would let a writer choose which counts. */
  private static int heading(String said, String heading) throws BrokenFormat {
    int found = -1;
    for (int at = said.indexOf(heading); at >= 0; at = said.indexOf(heading, at + 1)) {
      if (!isLine(said, at, at + heading.length())) continue;
      if (found >= 0) throw new BrokenFormat("\"%s\" stands twice".formatted(heading));
      found = at;
    }
    if (found < 0) throw new BrokenFormat("\"%s\" is missing".formatted(heading));
    return found;
  }

  private static boolean isLine(String said, int start, int end) {
    boolean first = start == 0 || said.charAt(start - 1) == '\n';
    int next = end;
    while (next < said.length() && isBlank(said.charAt(next))) next++;
    return first && (next == said.length() || said.charAt(next) == '\n');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private static Analysis analysis(String said, List<String> opening, List<String> closing)
      throws BrokenFormat {
    int start = end(said, said.indexOf(opening.getFirst()), opening);
    int verdict = closing.stream().mapToInt(said::lastIndexOf).max().orElse(-1);
    int score = end(said, verdict, closing);
    if (verdict < start) throw new BrokenFormat("its score comes before its evaluation");
    return new Analysis(said.substring(start, verdict).strip(), Box.score(said, score));
  }

  private static int end(String said, int at, List<String> words) throws BrokenFormat {
    if (at < 0) throw new BrokenFormat("\"%s\" is missing".formatted(words.getFirst()));
    for (String word : words) if (said.startsWith(word, at)) return at + word.length();
    throw new IllegalStateException("not there: " + words);
  }
}

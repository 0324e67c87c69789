package dev.whetstone.benchmark.labelling;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whetstone.verify.labelling.Entry;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Score;
import java.time.Instant;

/**
 * One call for a proof and what came of it, as it is stored.
 *
 * @param position in the proof's ledger, from 0
 * @param kind analysed, checked or failed
 * @param score that the analysis gives
 * @param confirms whether the check confirms the analysis before it
 * @param failure why there is no vote, in our words
 * @param asked name and version of whom was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Call(
    int position,
    String kind,
    Double score,
    String analysis,
    Boolean confirms,
    String failure,
    String asked,
    Instant madeAt) {
  private static final String ANALYSED = "analysed";
  private static final String CHECKED = "checked";
  private static final String FAILED = "failed";
  private static final int LONGEST_FAILURE = 500;

  static Call of(int position, Entry entry, String asked, Instant now) {
    return switch (entry) {
      case Entry.Analysed(Analysis a) ->
          new Call(position, ANALYSED, a.score().value(), a.text(), null, null, asked, now);
      case Entry.Checked(boolean confirms) ->
          new Call(position, CHECKED, null, null, confirms, null, asked, now);
      case Entry.Failed(String reason) ->
          new Call(position, FAILED, null, null, null, cut(reason), asked, now);
    };
  }

  Entry entry() {
    return switch (kind) {
      case ANALYSED -> new Entry.Analysed(new Analysis(analysis, Score.of(score)));
      case CHECKED -> new Entry.Checked(confirms);
      default -> new Entry.Failed(failure);
    };
  }

  private static String cut(String reason) {
    String plain = reason.replace('\0', '?');
    return plain.substring(0, Math.min(LONGEST_FAILURE, plain.length()));
  }
}

package dev.whetstone.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong, where, and what to do (RFC 9457, {@code application/problem+json}).
 *
 * @param type names the kind of problem; stable, for programs
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what is wrong in this case
 * @param field where in the request, if it lies there
 * @param mend what to do
 * @param reference names our log entry, where the fault is ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "RFC 9457 problem details")
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String field,
    String mend,
    String reference) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** At the end of a mend. */
  static final String WITH_KEY = "; with an idempotency key the same request is safe to repeat";

  public static Problem of(
      String kind, String title, int status, String detail, String field, String mend) {
    return new Problem("urn:whetstone:problem:" + kind, title, status, detail, field, mend, null);
  }

  static Problem ofAnotherRun() {
    return forbidden("the key is for one run alone", "use a key that is for no run");
  }

  public static Problem forbidden(String detail, String mend) {
    return of("forbidden", "Not for this key", 403, detail, null, mend);
  }

  /** Whether the same request may succeed in a moment. */
  public boolean saysOverloaded() {
    return type.endsWith(":overloaded");
  }

  /** Whether an environment is named that is no curriculum. */
  public boolean saysUnknownCurriculum() {
    return type.endsWith(":unknown-curriculum");
  }

  /** The last word of the type. */
  public String kind() {
    return type.substring(type.lastIndexOf(':') + 1);
  }

  /** All that there is to say, in one line, to clients that know no such key. */
  public String sentence() {
    String where = field == null || detail.contains(field) ? "" : field + ": ";
    String log = reference == null ? "" : " (reference " + reference + ")";
    return where + detail + (mend == null ? "" : "; " + mend.replace(WITH_KEY, "")) + log;
  }

  static Problem ours(int status, String detail, String reference) {
    return new Problem(
        "urn:whetstone:problem:ours",
        "The fault is ours",
        status,
        detail,
        null,
        "try again" + WITH_KEY,
        reference);
  }
}

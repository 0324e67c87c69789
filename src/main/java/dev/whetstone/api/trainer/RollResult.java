package dev.whetstone.api.trainer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What ROLL asks for in its second call, written into the id that it got in the first. */
record RollResult(Map<String, Double> parts, Instant start, Instant end) {
  private static final int LONGEST = 400;
  private static final Pattern FORM =
      Pattern.compile("1;([\\d.E-]+);([\\d.E-]+);([01]);([01]);(\\d{1,15});(\\d{1,15})");

  /** Python before 3.11 reads no other form. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);

  /**
   * @param dimentionRewardScore so it is spelled there
   */
  @Schema(name = "RollReply")
  record Reply(
      int errcode,
      String errmsg,
      Double rewardScore,
      Map<String, Dimension> dimentionRewardScore,
      String startTime,
      String endTime) {
    /** With no score, which the client takes for a reason to submit again. */
    static Reply unknown() {
      return new Reply(0, "this id holds no result; submit again", null, Map.of(), null, null);
    }
  }

  /** A part of the reward. */
  @Schema(name = "RollDimension")
  record Dimension(double rewardScore, Map<String, Map<String, Double>> debugInfo) {}

  static RollResult of(Earned score, Instant start, Instant end) {
    return new RollResult(
        parts(score.reward(), score.readable(), score.saved(), score.unsound()), start, end);
  }

  private static Map<String, Double> parts(
      double reward, double readable, boolean saved, boolean unsound) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("reward", reward);
    parts.put("readable", readable);
    parts.put("saved", saved ? 1.0 : 0.0);
    parts.put("unsound", unsound ? 1.0 : 0.0);
    return parts;
  }

  String id() {
    String text =
        "1;%s;%s;%.0f;%.0f;%d;%d"
            .formatted(
                parts.get("reward"),
                parts.get("readable"),
                parts.get("saved"),
                parts.get("unsound"),
                start.toEpochMilli(),
                end.toEpochMilli());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  static Reply read(String id) {
    if (id == null || id.length() > LONGEST) return Reply.unknown();
    try {
      Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(id), UTF_8));
      return form.matches() ? of(form).reply() : Reply.unknown();
    } catch (IllegalArgumentException e) {
      return Reply.unknown();
    }
  }

  private static RollResult of(Matcher form) {
    return new RollResult(
        parts(
            Double.parseDouble(form.group(1)),
            Double.parseDouble(form.group(2)),
            form.group(3).equals("1"),
            form.group(4).equals("1")),
        Instant.ofEpochMilli(Long.parseLong(form.group(5))),
        Instant.ofEpochMilli(Long.parseLong(form.group(6))));
  }

  private Reply reply() {
    double seconds = Duration.between(start, end).toMillis() / 1_000.0;
    Map<String, Dimension> dimensions = new LinkedHashMap<>();
    parts.forEach(
        (name, score) ->
            dimensions.put(
                name, new Dimension(score, Map.of("exact", Map.of("time_cost", seconds)))));
    return new Reply(0, "", parts.get("reward"), dimensions, TIME.format(start), TIME.format(end));
  }
}

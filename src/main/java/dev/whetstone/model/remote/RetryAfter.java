package dev.whetstone.model.remote;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads how long a server asks to wait: seconds or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {
  private static final int LONGEST_NUMBER = 9;
  private static final int LONGEST_DATE = 40;

  private RetryAfter() {}

  /** Zero where nothing readable is asked, or a time that has passed. */
  static Duration in(HttpHeaders headers, Instant now) {
    return headers
        .firstValue("Retry-After")
        .flatMap(v -> read(v.strip(), now))
        .orElse(Duration.ZERO);
  }

  private static Optional<Duration> read(String value, Instant now) {
    if (isNumber(value)) return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    return value.length() > LONGEST_DATE ? Optional.empty() : until(value, now);
  }

  private static boolean isNumber(String value) {
    return !value.isEmpty()
        && value.length() <= LONGEST_NUMBER
        && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<Duration> until(String date, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, then)).filter(Duration::isPositive);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

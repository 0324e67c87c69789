package dev.whetstone.model.remote;

import dev.whetstone.model.remote.Outcome.Failed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells what a reply means, whatever it is. */
final class Replies {
  private static final Logger LOG = Logger.getLogger(Replies.class);
  private static final int OK = 200;
  private static final int MOST_ERROR_BYTES = 16_384;
  private static final int LONGEST_TYPE = 60;

  private final int mostBytes;
  private final Optional<String> key;
  private final InstantSource clock;

  Replies(int mostBytes, Optional<String> key, InstantSource clock) {
    if (mostBytes < 1) throw new IllegalArgumentException("no bytes to read: " + mostBytes);
    this.mostBytes = mostBytes;
    this.key = key;
    this.clock = clock;
  }

  /** How much is read of a body with such a head. */
  int mostBytes(ResponseInfo head) {
    return isAnswer(head) ? mostBytes : MOST_ERROR_BYTES;
  }

  /** What a whole body means. */
  Attempt read(ResponseInfo head, byte[] body) {
    if (!isAnswer(head)) return refusal(head, body);
    try {
      return Attempt.of(ChatCompletion.in(body));
    } catch (Unfit e) {
      return Attempt.of(Failed.of(Reason.UNREADABLE, e.getMessage()));
    }
  }

  /** What it means that no whole body came. */
  Attempt lost(Optional<ResponseInfo> head, Throwable failure) {
    if (head.isPresent() && !isAnswer(head.get())) return refusal(head.get(), new byte[0]);
    return Attempt.of(
        switch (failure) {
          case TooLarge large ->
              Failed.of(Reason.TOO_LARGE, "the answer has " + large.getMessage());
          case ConnectException _ -> Failed.of(Reason.UNREACHABLE, "no server answers there");
          case HttpConnectTimeoutException _ ->
              Failed.of(Reason.UNREACHABLE, "no server answers there in time");
          case UnresolvedAddressException _ -> Failed.of(Reason.UNREACHABLE, "no such host");
          case IOException _ ->
              Failed.of(Reason.BROKEN_OFF, "the connection broke before the answer was whole");
          default -> fault(failure);
        });
  }

  /** A mistake of ours, which is logged. */
  static Failed fault(Throwable failure) {
    LOG.error("asking a model failed", failure);
    return Failed.of(Reason.FAULT, "asking failed; the fault is logged");
  }

  private Attempt refusal(ResponseInfo head, byte[] body) {
    String said = ServerWords.in(body, key);
    return new Attempt(
        new Failed(reason(head.statusCode()), detail(head), said, 0),
        RetryAfter.in(head.headers(), clock.instant()));
  }

  private static Reason reason(int status) {
    return switch (status) {
      case OK -> Reason.UNREADABLE;
      case 408, 429, 503 -> Reason.BUSY;
      case 501, 505 -> Reason.REFUSED;
      default -> status >= 500 ? Reason.SERVER_ERROR : Reason.REFUSED;
    };
  }

  private static String detail(ResponseInfo head) {
    if (head.statusCode() != OK) return "the server answers " + head.statusCode();
    String type = type(head);
    return "the server answers "
        + (type.isEmpty()
            ? "with no content type"
            : type.substring(0, Math.min(LONGEST_TYPE, type.length())))
        + ", not JSON";
  }

  private static boolean isAnswer(ResponseInfo head) {
    String type = type(head);
    return head.statusCode() == OK && (type.equals("application/json") || type.endsWith("+json"));
  }

  private static String type(ResponseInfo head) {
    String value = head.headers().firstValue("Content-Type").orElse("");
    int parameters = value.indexOf(';');
    return (parameters < 0 ? value : value.substring(0, parameters))
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}

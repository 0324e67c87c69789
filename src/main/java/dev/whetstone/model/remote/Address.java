package dev.whetstone.model.remote;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a server answers chats, and the key that opens it.
 *
 * @param base up to its version, {@code http://127.0.0.1:8000/v1}
 */
record Address(URI base, Optional<String> key) {
  Address {
    Objects.requireNonNull(key);
    String scheme = base.getScheme();
    if (base.getHost() == null || !("http".equals(scheme) || "https".equals(scheme)))
      throw new IllegalArgumentException("no http or https address: " + base);
    // Told here, since the JDK would repeat the key in its message.
    if (!key.orElse("key").chars().allMatch(c -> c > ' ' && c < 127))
      throw new IllegalArgumentException("the API key has characters that no header may have");
  }

  static Address from(RemoteSettings settings) {
    return of(
        settings.baseUrl().orElseThrow(() -> new IllegalArgumentException("no base URL")),
        settings.apiKey());
  }

  /** A blank key is none. */
  static Address of(URI base, Optional<String> key) {
    return new Address(base, key.map(String::strip).filter(secret -> !secret.isEmpty()));
  }

  HttpRequest.Builder request() {
    String text = base.toString();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(text + (text.endsWith("/") ? "" : "/") + "chat/completions"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json");
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return base.toString();
  }
}

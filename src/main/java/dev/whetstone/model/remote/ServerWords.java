package dev.whetstone.model.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a server says of its refusal, cut short and without the key that it may repeat. */
final class ServerWords {
  private static final int MOST = 300;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ServerWords() {}

  static String in(byte[] body, Optional<String> key) {
    String said = said(body);
    String bare = key.map(secret -> said.replace(secret, "***")).orElse(said);
    String line = bare.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.substring(0, Math.min(MOST, line.length()));
  }

  /** {@code error.message}, {@code message} or {@code detail} where it is JSON, else all of it. */
  private static String said(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      for (JsonNode at :
          new JsonNode[] {root.at("/error/message"), root.at("/message"), root.at("/detail")})
        if (at.isTextual()) return at.textValue();
      return root.toString();
    } catch (IOException _) {
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}

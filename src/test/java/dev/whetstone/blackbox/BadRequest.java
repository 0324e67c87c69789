package dev.whetstone.blackbox;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that is wrong, and how it is to be answered.
 *
 * @param path with the witness's names in braces, as in the body
 * @param body one character a byte
 * @param field of the problem; null where it lies in no field
 */
record BadRequest(
    String name,
    String method,
    String path,
    List<String> headers,
    String body,
    int status,
    String field) {
  private static final List<String> JSON = List.of("Content-Type", "application/json");

  static BadRequest get(String name, String path, int status, String field) {
    return new BadRequest(name, "GET", path, List.of(), "", status, field);
  }

  static BadRequest post(String name, String path, String body, int status, String field) {
    return post(name, path, body.getBytes(StandardCharsets.UTF_8), status, field);
  }

  static BadRequest post(String name, String path, byte[] body, int status, String field) {
    return new BadRequest(
        name, "POST", path, JSON, new String(body, StandardCharsets.ISO_8859_1), status, field);
  }

  BadRequest with(String header, String value) {
    List<String> more = new ArrayList<>(headers);
    if (header.equals("Content-Type")) more.clear();
    more.addAll(List.of(header, value));
    return new BadRequest(name, method, path, more, body, status, field);
  }

  BadRequest method(String other) {
    return new BadRequest(name, other, path, headers, body, status, field);
  }

  Reply send(Witness witness) {
    byte[] filled = witness.fill(body).getBytes(StandardCharsets.ISO_8859_1);
    BodyPublisher publisher =
        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(filled);
    return witness
        .run()
        .door()
        .send(method, witness.fill(path), publisher, headers.toArray(String[]::new));
  }

  @Override
  public String toString() {
    return name;
  }
}

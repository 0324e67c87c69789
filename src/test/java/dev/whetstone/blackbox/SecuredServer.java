package dev.whetstone.blackbox;

import java.io.IOException;
import java.util.Map;

/** A packaged server that asks for keys, with an administrator's. */
final class SecuredServer implements AutoCloseable {
  private final PackagedServer server;
  private final String admin;

  private SecuredServer(PackagedServer server, String admin) {
    this.server = server;
    this.admin = admin;
  }

  /** The first key is made where no server runs yet. */
  static SecuredServer start(Map<String, String> settings)
      throws IOException, InterruptedException {
    Launch launch = Launch.fresh();
    String admin = created(launch, "--scopes", "admin", "--name", "operator");
    return new SecuredServer(PackagedServer.start(launch.environment(settings)), admin);
  }

  /** The secret of a new key, by the command that works beside a server or without one. */
  static String created(Launch launch, String... options) throws IOException, InterruptedException {
    String[] all = new String[options.length + 4];
    System.arraycopy(
        new String[] {"keys", "create", "--data", launch.data().toString()}, 0, all, 0, 4);
    System.arraycopy(options, 0, all, 4, options.length);
    return Command.start(launch.folder().resolve("keys.log"), all)
        .succeeds()
        .lines()
        .filter(line -> line.startsWith("wsk_"))
        .findFirst()
        .orElseThrow();
  }

  PackagedServer server() {
    return server;
  }

  String admin() {
    return admin;
  }

  Door door() {
    return server.door();
  }

  KeyedDoor as(String secret) {
    return new KeyedDoor(server.door(), secret);
  }

  /** A new key's door. */
  KeyedDoor with(Map<String, ?> key) {
    return as(as(admin).post("/api/v1/keys", key).expect(201).path("secret").asText());
  }

  @Override
  public void close() {
    server.close();
  }
}

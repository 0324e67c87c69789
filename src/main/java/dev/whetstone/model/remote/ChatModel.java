package dev.whetstone.model.remote;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A model, and the server that answers for it. */
record ChatModel(Address server, String name) {
  /**
   * @throws IllegalArgumentException if there is no base URL
   */
  static ChatModel from(RemoteSettings settings) {
    return new ChatModel(Address.from(settings), settings.model());
  }

  /** The role's own, else that of all; empty where no base URL is said. */
  static Optional<ChatModel> of(Role role, RemoteSettings all) {
    ServerSettings own = role.in(all);
    Optional<String> key = own.baseUrl().isPresent() ? own.apiKey() : own.apiKey().or(all::apiKey);
    return own.baseUrl()
        .or(all::baseUrl)
        .map(url -> new ChatModel(Address.of(url, key), own.model().orElse(all.model())));
  }

  /** Whether others on the way can read the key. */
  boolean exposesItsKey() {
    return server.key().isPresent()
        && server.base().getScheme().equals("http")
        && !isLoopback(server.base().getHost());
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}

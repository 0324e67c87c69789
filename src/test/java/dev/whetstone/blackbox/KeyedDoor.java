package dev.whetstone.blackbox;

import java.net.http.HttpRequest.BodyPublishers;

/** A door to which a key is shown. */
record KeyedDoor(Door door, String secret) {
  Reply get(String path) {
    return door.send("GET", path, BodyPublishers.noBody(), "Authorization", "Bearer " + secret);
  }

  Reply post(String path, Object body) {
    return door.post(path, body, "Authorization", "Bearer " + secret);
  }

  Reply send(String method, String path, Object body) {
    return method.equals("GET") ? get(path) : post(path, body);
  }
}

package dev.whetstone.model.remote;

import java.net.URI;
import java.util.Optional;

/** Where a role differs from what is said of all. */
public interface ServerSettings {
  Optional<URI> baseUrl();

  Optional<String> model();

  /** A server of its own is never sent the key of the others. */
  Optional<String> apiKey();
}

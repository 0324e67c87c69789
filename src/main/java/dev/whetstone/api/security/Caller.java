package dev.whetstone.api.security;

import dev.whetstone.access.ApiKey;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Who asks. */
@ApplicationScoped
class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** As the audit trail names it. */
  String actor() {
    ApiKey key = identity.getAttribute(KeyMechanism.KEY);
    return key == null ? "no key was asked" : key.actor();
  }
}

package dev.whetstone.rollout;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Time-ordered identifiers (RFC 9562, version 7): unguessable, and kind to an index. */
final class Ids {
  private Ids() {}

  static UUID next() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }
}

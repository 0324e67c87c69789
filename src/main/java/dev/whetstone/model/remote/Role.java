package dev.whetstone.model.remote;

/** What a language model is asked to do; each may have a model of its own. */
public enum Role {
  VERIFIER,
  META_VERIFIER,
  REFINER;

  ServerSettings in(RemoteSettings settings) {
    return switch (this) {
      case VERIFIER -> settings.verifier();
      case META_VERIFIER -> settings.metaVerifier();
      case REFINER -> settings.refiner();
    };
  }
}

package dev.whetstone.training.promotion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a version of a hosted verifier does. */
@Schema(name = "VersionState")
public enum State {
  /** It waits to be measured. */
  CANDIDATE,
  SERVING,
  /** It was measured, and is kept without serving. */
  KEPT,
  /** It served until a better one came, and serves again if that one is rolled back. */
  REPLACED,
  /** It served, and was found wanting: it never serves again. */
  ROLLED_BACK
}

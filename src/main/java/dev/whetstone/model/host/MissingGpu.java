package dev.whetstone.model.host;

/** A GPU is demanded that the engine does not see. */
public final class MissingGpu extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingGpu(int number, int seen) {
    super(
        "a model is to run on gpu:%d, but the engine sees %s; place it on 'cpu' or 'auto', or give the engine its GPU libraries"
            .formatted(number, seen == 0 ? "no GPU" : seen + " GPU(s), counted from 0"));
  }
}

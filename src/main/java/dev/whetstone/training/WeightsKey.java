package dev.whetstone.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whetstone.model.fit.Plan;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 of all that decides the weights that a training ends with, and of nothing else. */
final class WeightsKey {
  private final MessageDigest digest;

  private WeightsKey() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /**
   * @param processor that the engine computes with: sums in another order are other sums
   */
  static String of(Plan plan, Start start, TrainingData data, String processor) {
    WeightsKey key = new WeightsKey();
    key.add(plan.toString());
    key.add(start.network().toString());
    key.add(start.theta());
    key.add(start.tokenizer());
    key.add(processor);
    key.add(Integer.toString(data.training().size()));
    data.training().forEach(example -> key.add(example.toString()));
    data.validation().forEach(example -> key.add(example.toString()));
    return HexFormat.of().formatHex(key.digest.digest());
  }

  private void add(String text) {
    add(text.getBytes(UTF_8));
  }

  private void add(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    add(bytes.array());
  }

  /** Each after its length, so that no two sequences meet. */
  private void add(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }
}

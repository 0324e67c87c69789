package dev.whetstone.model.fit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * All that training needs to go on as if it had not been stopped.
 *
 * @param key of what decides the weights: other data or another plan does not go on from here
 * @param step steps made
 * @param best the best (lowest) validation so far, see {@link EarlyStopping}, and its weights
 * @param stale validations since the best one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Checkpoint(
    String key,
    int step,
    float[] theta,
    float[] first,
    float[] second,
    double best,
    int stale,
    float[] bestTheta) {
  private static final int BUFFER = 1 << 20;

  void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, BUFFER));
    out.writeUTF(key);
    out.writeInt(step);
    out.writeDouble(best);
    out.writeInt(stale);
    for (float[] values : new float[][] {theta, first, second, bestTheta}) write(out, values);
    out.flush();
  }

  /**
   * @param size of the weights
   * @throws IOException if it is none of a network of that size
   */
  static Checkpoint read(InputStream from, int size) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from, BUFFER));
    String key = in.readUTF();
    int step = in.readInt();
    double best = in.readDouble();
    int stale = in.readInt();
    float[] theta = floats(in, size);
    float[] first = floats(in, size);
    float[] second = floats(in, size);
    return new Checkpoint(key, step, theta, first, second, best, stale, floats(in, size));
  }

  private static void write(DataOutputStream out, float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  private static float[] floats(DataInputStream in, int size) throws IOException {
    if (in.readInt() != size) throw new IOException("it has other weights");
    byte[] bytes = new byte[4 * size];
    in.readFully(bytes);
    float[] values = new float[size];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}

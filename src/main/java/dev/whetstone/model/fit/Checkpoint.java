package dev.whetstone.model.fit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * All that a course needs to go on as if it had not been stopped. Written beside the last one and
 * put in its place by a rename, so a kill leaves one or the other.
 *
 * @param key of the course: another recipe, or other data, does not go on from here
 * @param step steps made
 * @param best the best validation so far, and its weights
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
  private static final String FILE = "checkpoint.bin";

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path fresh = folder.resolve(FILE + ".new");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 20))) {
      out.writeUTF(key);
      out.writeInt(step);
      out.writeDouble(best);
      out.writeInt(stale);
      for (float[] values : new float[][] {theta, first, second, bestTheta}) write(out, values);
    }
    Files.move(
        fresh,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The folder's checkpoint, if it has one of this course. */
  static Optional<Checkpoint> read(Path folder, String key) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) return Optional.empty();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      if (!in.readUTF().equals(key)) return Optional.empty();
      int step = in.readInt();
      double best = in.readDouble();
      int stale = in.readInt();
      float[] theta = floats(in);
      float[] first = floats(in);
      float[] second = floats(in);
      return Optional.of(new Checkpoint(key, step, theta, first, second, best, stale, floats(in)));
    }
  }

  private static void write(DataOutputStream out, float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  private static float[] floats(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    byte[] bytes = in.readNBytes(4 * values.length);
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}

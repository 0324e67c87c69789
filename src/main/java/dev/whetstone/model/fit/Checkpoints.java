package dev.whetstone.model.fit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The latest checkpoint of one training, in a folder that is named by its key. It is forced to disk
 * beside the one before it and put in its place by a rename, so a kill leaves one or the other.
 */
public final class Checkpoints {
  private static final int NAME = 16;
  private static final String FILE = "checkpoint.bin";

  private final String key;
  private final Path work;
  private final Path folder;
  private final Path file;

  /**
   * @param work where trainings keep theirs, side by side
   * @param key a hash, hex, of all that decides the weights
   */
  public Checkpoints(Path work, String key) {
    this.key = key;
    this.work = work;
    this.folder = work.resolve(key.substring(0, NAME));
    this.file = folder.resolve(FILE);
  }

  String key() {
    return key;
  }

  void write(Checkpoint checkpoint) throws IOException {
    Files.createDirectories(folder);
    Path fresh = folder.resolve(FILE + ".new");
    try (FileChannel channel =
            FileChannel.open(
                fresh,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      checkpoint.write(out);
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * @param size of the weights
   * @throws IOException if there is one and it is damaged
   */
  Optional<Checkpoint> read(int size) throws IOException {
    if (!Files.exists(file)) return Optional.empty();
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(Checkpoint.read(in, size)).filter(found -> found.key().equals(key));
    } catch (IOException e) {
      throw new IOException(file + " is damaged; remove it, and training begins anew", e);
    }
  }

  /** Bytes that other trainings keep beside it, to go on from. */
  public long others() throws IOException {
    try (Stream<Path> all = Files.walk(work, 2)) {
      return all.filter(path -> path.getFileName().toString().startsWith(FILE))
          .filter(path -> !path.startsWith(folder))
          .mapToLong(path -> path.toFile().length())
          .sum();
    }
  }

  /** After what was trained has been published: the same again would be no news. */
  public void remove() throws IOException {
    Files.deleteIfExists(folder.resolve(FILE + ".new"));
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}

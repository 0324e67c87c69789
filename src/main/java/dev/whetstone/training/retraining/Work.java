package dev.whetstone.training.retraining;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where retrainings keep their checkpoints, each in a folder of its own, and their logs.
 *
 * @param root {@code <models>/<verifier>/.work}
 */
public record Work(Path root) {
  private static final int TAIL_BYTES = 16_384;

  public static Work of(Path models, String verifier) {
    return new Work(models.resolve(verifier).resolve(".work"));
  }

  Path folder(UUID retraining) {
    return root.resolve("retraining-" + retraining);
  }

  Path log(UUID retraining) {
    return root.resolve("retraining-" + retraining + ".log");
  }

  /** Of the trials of a version. */
  Path log(String version) {
    return root.resolve("trial-" + version + ".log");
  }

  /** The end of its log; empty where this machine has none. */
  public List<String> tail(UUID retraining, int lines) {
    return tail(log(retraining), lines);
  }

  static List<String> tail(Path log, int lines) {
    if (!Files.exists(log)) return List.of();
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - TAIL_BYTES);
      byte[] end = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(end);
      List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of("the log cannot be read: " + e.getMessage());
    }
  }

  /** Checkpoints that nothing goes on from. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}

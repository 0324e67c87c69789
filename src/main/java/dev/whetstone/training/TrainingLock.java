package dev.whetstone.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder to one training at a time; the system lets go of it when the process ends. */
final class TrainingLock implements AutoCloseable {
  private static final String FILE = ".lock";

  private final FileChannel channel;

  private TrainingLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws TrainingInProgress if another training holds it
   */
  static TrainingLock of(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (held(channel)) return new TrainingLock(channel);
    channel.close();
    throw new TrainingInProgress(folder);
  }

  private static boolean held(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

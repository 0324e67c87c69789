package dev.whetstone.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock between programs, on a file of a data folder; whoever holds it and is killed frees it. */
final class FolderLock implements AutoCloseable {
  private final FileChannel file;
  private FileLock held;

  private FolderLock(FileChannel file) {
    this.file = file;
  }

  /**
   * Not held yet. The folder is made where it is not there.
   *
   * @throws IOException with one line that says what is wrong
   */
  static FolderLock in(Path folder, String name) throws IOException {
    try {
      Files.createDirectories(folder);
      return new FolderLock(
          FileChannel.open(
              folder.resolve(name),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new IOException("cannot use data folder " + folder + " (" + e.getMessage() + ")", e);
    }
  }

  /** Whether it is held now, by nobody else. */
  boolean tryAlone() throws IOException {
    return hold(false);
  }

  /** Whether it is held now, together with others that share it. */
  boolean tryShared() throws IOException {
    return hold(true);
  }

  private boolean hold(boolean shared) throws IOException {
    release();
    try {
      held = file.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException e) {
      // The system would free the other's lock as soon as either file is closed.
      throw new IllegalStateException("this folder is used twice in this program", e);
    }
    return held != null;
  }

  void release() throws IOException {
    if (held != null) held.release();
    held = null;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

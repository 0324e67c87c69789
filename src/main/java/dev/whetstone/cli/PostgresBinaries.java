package dev.whetstone.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the class path, and how they are run here. */
record PostgresBinaries(Path home, List<String> prefix) {
  private static final long NOBODY = 65_534;
  private static final String[] NAMESPACE = {"unshare", "-U", "true"};
  private static final long TIMEOUT_SECONDS = 120;

  static PostgresBinaries unpackedIn(Path folder) throws IOException {
    String archive = "postgres-linux-" + architecture() + ".txz";
    Path home = folder.resolve("postgres");
    if (!Files.exists(home.resolve("bin").resolve("postgres"))) {
      System.out.println("Unpacking PostgreSQL into " + home + ", this once ...");
      Path fresh = folder.resolve("postgres.new");
      Trees.delete(fresh);
      unpack(archive, fresh);
      Trees.delete(home);
      Files.move(fresh, home);
    }
    if (isRoot() && !works(NAMESPACE)) giveToNobody(folder);
    return in(folder);
  }

  /** Those of a folder where a PostgreSQL runs already, or ran. */
  static PostgresBinaries in(Path folder) throws IOException {
    return new PostgresBinaries(folder.resolve("postgres"), unprivileged(folder));
  }

  /**
   * Runs one of the programs to its end.
   *
   * @throws IOException with the last line it wrote, if it failed
   */
  void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("whetstone-" + program, ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0)
        throw new IOException(program + " failed: " + lastLine(output));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  /** Gives a file to the user that the programs run as. */
  void own(Path file) throws IOException {
    if (prefix.contains("setpriv")) Files.setAttribute(file, "unix:uid", (int) NOBODY);
  }

  /**
   * PostgreSQL refuses to run as root. In a user namespace it does not look like root, and the
   * files stay ours; where namespaces are forbidden (most containers), it runs as nobody, whom the
   * folder is given to before.
   */
  private static List<String> unprivileged(Path folder) throws IOException {
    if (!isRoot()) return List.of();
    if (works(NAMESPACE)) return List.of("unshare", "-U");
    List<String> drop =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
    List<String> probe = new ArrayList<>(drop);
    probe.addAll(List.of("ls", folder.toString()));
    if (works(probe.toArray(String[]::new))) return drop;
    throw new IOException(
        "PostgreSQL does not run as root and could not drop to nobody in "
            + folder
            + "; run as an ordinary user, name a folder that nobody can enter (--data"
            + " /var/lib/whetstone), or an external database (--jdbc-url)");
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** Only what is ours: the folder may hold other people's files beside. */
  private static void giveToNobody(Path folder) throws IOException {
    List<Path> ours = new ArrayList<>(List.of(folder));
    for (String name : List.of("postgres", "pgdata", "password", "postgres.log")) {
      Path path = folder.resolve(name);
      if (Files.exists(path)) ours.addAll(Trees.list(path));
    }
    for (Path path : ours)
      Files.setAttribute(path, "unix:uid", (int) NOBODY, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean works(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void unpack(String archive, Path target) throws IOException {
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null)
        throw new IOException("no PostgreSQL for this machine is shipped; name one: --jdbc-url");
      TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; )
        write(entry, tar, target.resolve(entry.getName()).normalize());
    }
  }

  private static void write(TarArchiveEntry entry, InputStream tar, Path file) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    else Files.copy(tar, file);
    if ((entry.getMode() & 0100) != 0 && !entry.isSymbolicLink())
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String architecture() throws IOException {
    return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> throw new IOException("no PostgreSQL for this processor; name one: --jdbc-url");
    };
  }

  private static String lastLine(Path output) throws IOException {
    List<String> lines = Files.readAllLines(output).stream().filter(l -> !l.isBlank()).toList();
    return lines.isEmpty() ? "no output" : lines.getLast();
  }
}

package dev.whetstone.model.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of one model's folder, none of which lies outside the root of all models. */
record FolderFiles(Path folder, Path root) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

  static FolderFiles of(Path folder) throws Refused {
    try {
      return new FolderFiles(folder, folder.resolve("../..").toRealPath());
    } catch (IOException e) {
      throw new Refused(folder, "", "it cannot be read: " + Refused.said(e), e);
    }
  }

  /** A plain file of this name, links followed. */
  Path path(String name) throws Refused {
    if (!NAME.matcher(name).matches()) throw new Refused(folder, name, "an odd name for a file");
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) throw new Refused(folder, name, "the file is missing");
    try {
      if (file.toRealPath().startsWith(root)) return file;
    } catch (IOException e) {
      throw unreadable(name, e);
    }
    throw new Refused(folder, name, "the link leads out of the models' folder");
  }

  /** Each listed file is there with its hash, and each file that is there is listed. */
  void check(Map<String, String> listed) throws Refused {
    for (Map.Entry<String, String> file : new TreeMap<>(listed).entrySet()) {
      String hash = hash(file.getKey());
      if (!hash.equalsIgnoreCase(file.getValue()))
        throw new Refused(folder, file.getKey(), "its SHA-256 is " + hash + ", not the card's");
    }
    for (String name : names())
      if (!listed.containsKey(name))
        throw new Refused(folder, name, "the card does not list it; list it or take it away");
  }

  /** SHA-256, hex, of every file by its name. */
  Map<String, String> hashes() throws Refused {
    Map<String, String> hashes = new TreeMap<>();
    for (String name : names()) hashes.put(name, hash(name));
    return hashes;
  }

  /** All entries but the card and the hidden ones. */
  private List<String> names() throws Refused {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith(".") && !name.equals(Cards.FILE))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new Refused(folder, "", "it cannot be read: " + Refused.said(e), e);
    }
  }

  private String hash(String name) throws Refused {
    Path file = path(name);
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw unreadable(name, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Refused unreadable(String name, IOException e) {
    return new Refused(folder, name, "it cannot be read: " + Refused.said(e), e);
  }
}

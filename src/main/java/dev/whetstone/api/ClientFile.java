package dev.whetstone.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whetstone.task.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Python client as it is handed out, ready to be put beside a training script.
 *
 * @param name the file's name
 * @param version its {@code __version__}
 * @param summary the first line of its docstring
 */
record ClientFile(String name, String version, String sha256, String summary, String text) {
  private static final Pattern SUMMARY = Pattern.compile("\\A\"\"\"(.++)");
  private static final Pattern VERSION = Pattern.compile("(?m)^__version__ = \"([^\"]++)\"$");

  /**
   * @throws IllegalStateException if there is no such file, or it does not tell what it is
   */
  static ClientFile read(String name) {
    try (InputStream file = ClientFile.class.getResourceAsStream("/clients/" + name)) {
      if (file == null) throw new IllegalStateException("there is no client " + name);
      String text = new String(file.readAllBytes(), UTF_8);
      return new ClientFile(
          name, part(VERSION, text), Hash.ofText(text).hex(), part(SUMMARY, text), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String part(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) throw new IllegalStateException("a client has no " + pattern);
    return found.group(1);
  }
}

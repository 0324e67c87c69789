package dev.whetstone.cli.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** A command as it was given, but for what is nobody else's business. */
final class CommandText {
  private static final String WITHHELD = "...";

  private CommandText() {}

  /**
   * @param secrets options whose value is withheld
   */
  static String of(CommandSpec command, Set<String> secrets) {
    List<String> words = new ArrayList<>(List.of("./whetstone"));
    String before = "";
    for (String word : command.root().commandLine().getParseResult().originalArgs()) {
      words.add(secrets.contains(before) ? WITHHELD : withheld(word, secrets));
      before = word;
    }
    return String.join(" ", words);
  }

  private static String withheld(String word, Set<String> secrets) {
    int equals = word.indexOf('=');
    boolean isSecret = equals > 0 && secrets.contains(word.substring(0, equals));
    return isSecret ? word.substring(0, equals + 1) + WITHHELD : quoted(word);
  }

  private static String quoted(String word) {
    return word.matches("[\\w./:=@,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

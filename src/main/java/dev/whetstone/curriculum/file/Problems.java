package dev.whetstone.curriculum.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** The faults found so far in one file. */
final class Problems {
  private static final int MAX_SHOWN = 60;

  private final String file;
  private final List<CurriculumProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(Node at, String message) {
    add(at.getStartMark().getLine() + 1, message);
  }

  void add(int line, String message) {
    found.add(new CurriculumProblem(file, line, message));
  }

  /** A name that is not among those known, with the nearest of them or all. */
  void unknown(Node at, String what, String name, Collection<String> known) {
    String mend =
        Nearest.to(name, known)
            .map(near -> "; did you mean " + near + "?")
            .orElseGet(() -> "; there is " + String.join(", ", known));
    add(at, "unknown " + what + " '" + shown(name) + "'" + mend);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  CurriculumErrors errors() {
    found.sort(Comparator.comparingInt(CurriculumProblem::line));
    return new CurriculumErrors(found);
  }

  /** As a person can read it in one line. */
  static String shown(String text) {
    String line = text.replaceAll("\\s", " ");
    return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...";
  }
}

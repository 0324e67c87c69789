package dev.whetstone.curriculum.file;

/**
 * One fault of a curriculum file.
 *
 * @param line counted from 1
 * @param message what is wrong and how to mend it
 */
public record CurriculumProblem(String file, int line, String message) {
  public CurriculumProblem {
    if (line < 1) throw new IllegalArgumentException("line: " + line);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}

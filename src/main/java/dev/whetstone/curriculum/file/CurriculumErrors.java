package dev.whetstone.curriculum.file;

import java.util.List;
import java.util.stream.Collectors;

/** A curriculum file has faults; all of them are told together, in the order of their lines. */
public final class CurriculumErrors extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<CurriculumProblem> problems;

  CurriculumErrors(List<CurriculumProblem> problems) {
    super(problems.stream().map(CurriculumProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<CurriculumProblem> problems() {
    return problems;
  }
}

package dev.whetstone.api.trainer;

import dev.whetstone.api.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As FastAPI itself tells it: a list of faults where a body cannot be used, else a sentence. */
abstract class FastApiForm extends DetailForm {
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;

  FastApiForm(String... paths) {
    super(paths);
  }

  @Override
  protected int status(Problem problem) {
    return problem.status() == BAD_REQUEST ? UNPROCESSABLE : problem.status();
  }

  @Override
  protected Map<String, ?> body(Problem problem) {
    return status(problem) == UNPROCESSABLE
        ? Map.of("detail", List.of(fault(problem)))
        : super.body(problem);
  }

  private static Map<String, ?> fault(Problem problem) {
    return Map.of("loc", place(problem), "msg", problem.sentence(), "type", problem.kind());
  }

  private static List<String> place(Problem problem) {
    List<String> place = new ArrayList<>(List.of("body"));
    if (problem.field() != null && !problem.field().equals("body"))
      place.addAll(List.of(problem.field().split("\\.")));
    return place;
  }
}

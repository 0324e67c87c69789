package dev.whetstone.api.trainer;

import dev.whetstone.api.ErrorForm;
import dev.whetstone.api.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As FastAPI tells it: a list of faults where a body cannot be used, else a sentence. */
@Singleton
final class NemoGymForm extends ErrorForm {
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;

  NemoGymForm() {
    super("/nemo-gym");
  }

  @Override
  protected int status(Problem problem) {
    return problem.status() == BAD_REQUEST ? UNPROCESSABLE : problem.status();
  }

  @Override
  protected Map<String, ?> body(Problem problem) {
    if (status(problem) != UNPROCESSABLE) return Map.of("detail", problem.sentence());
    String kind = problem.type().substring(problem.type().lastIndexOf(':') + 1);
    return Map.of(
        "detail", List.of(Map.of("loc", place(problem), "msg", problem.sentence(), "type", kind)));
  }

  private static List<String> place(Problem problem) {
    List<String> place = new ArrayList<>(List.of("body"));
    if (problem.field() != null && !problem.field().equals("body"))
      place.addAll(List.of(problem.field().split("\\.")));
    return place;
  }
}

package dev.whetstone.api.trainer;

import dev.whetstone.api.ErrorForm;
import dev.whetstone.api.Problem;
import java.util.Map;

/** {@code {"detail": "..."}}, as FastAPI servers tell it. */
abstract class DetailForm extends ErrorForm {
  DetailForm(String... paths) {
    super(paths);
  }

  @Override
  protected Map<String, ?> body(Problem problem) {
    return Map.of("detail", problem.sentence());
  }
}

package dev.whetstone.api.trainer;

import dev.whetstone.api.ErrorForm;
import dev.whetstone.api.Problem;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors as OpenAI's servers, and vLLM among those like them, tell them. */
@Singleton
final class VllmForm extends ErrorForm {
  VllmForm() {
    super("/v1", "/v2", "/classify", "/pooling", "/score", "/rerank");
  }

  @Override
  protected int status(Problem problem) {
    return "model".equals(problem.field()) ? 404 : problem.status();
  }

  @Override
  protected Map<String, ?> body(Problem problem) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", problem.sentence());
    error.put("type", type(status(problem)));
    error.put("param", problem.field());
    error.put("code", status(problem));
    return Map.of("error", error);
  }

  private static String type(int status) {
    return switch (status) {
      case 404 -> "NotFoundError";
      case 500 -> "InternalServerError";
      case 503 -> "ServiceUnavailableError";
      default -> "BadRequestError";
    };
  }
}

package dev.whetstone.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.whetstone.curriculum.file.UnknownCurriculum;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.FinishedRun;
import dev.whetstone.rollout.KeyReused;
import dev.whetstone.rollout.Overloaded;
import dev.whetstone.rollout.UnknownRun;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a fault becomes an answer. */
final class Problems {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  @ServerExceptionMapper
  RestResponse<Problem> badField(BadField fault) {
    return answer(of(fault));
  }

  @ServerExceptionMapper
  RestResponse<Problem> unknownRun(UnknownRun fault) {
    return answer(
        Problem.of(
            "unknown-run",
            "Unknown run",
            NOT_FOUND,
            fault.getMessage(),
            "run",
            "create one with POST /api/v1/runs"));
  }

  @ServerExceptionMapper
  RestResponse<Problem> finishedRun(FinishedRun fault) {
    return answer(
        Problem.of(
            "finished-run",
            "Finished run",
            CONFLICT,
            fault.getMessage(),
            "run",
            "create another run"));
  }

  @ServerExceptionMapper
  RestResponse<Problem> keyReused(KeyReused fault) {
    return answer(
        Problem.of(
            "key-reused",
            "Idempotency key reused",
            UNPROCESSABLE,
            fault.getMessage(),
            "Idempotency-Key",
            "use a fresh key for each request"));
  }

  @ServerExceptionMapper
  RestResponse<Problem> unknownCurriculum(UnknownCurriculum fault) {
    return answer(
        Problem.of(
            "unknown-curriculum",
            "Unknown curriculum",
            BAD_REQUEST,
            fault.getMessage(),
            "curriculum",
            "name one of those that GET /api/v1/curricula lists"));
  }

  @ServerExceptionMapper
  RestResponse<Problem> wrongJson(MismatchedInputException fault) {
    return answer(of(fault));
  }

  @ServerExceptionMapper
  RestResponse<Problem> beyondLimits(StreamConstraintsException fault) {
    return answer(of(fault));
  }

  @ServerExceptionMapper
  RestResponse<Problem> wrongEncoding(CharConversionException fault) {
    return answer(notJson("the body is not UTF-8"));
  }

  @ServerExceptionMapper
  Response notServed(WebApplicationException fault) {
    if (fault.getCause() instanceof JsonProcessingException json)
      return answer(of(json)).toResponse();
    Response.StatusType status = fault.getResponse().getStatusInfo();
    if (status.getStatusCode() < BAD_REQUEST) return fault.getResponse();
    Problem problem =
        Problem.of(
            "http-" + status.getStatusCode(),
            status.getReasonPhrase(),
            status.getStatusCode(),
            status.getReasonPhrase(),
            null,
            "see /q/swagger-ui for what is served");
    return answer(problem).toResponse();
  }

  @ServerExceptionMapper
  RestResponse<Problem> nothingRead(NothingRead fault) {
    return fault.isPassing() ? soon(fault.problem()) : answer(fault.problem());
  }

  @ServerExceptionMapper
  RestResponse<Problem> unavailable(Unavailable fault) {
    return soon(Problem.ours(UNAVAILABLE, fault.getMessage(), null));
  }

  @ServerExceptionMapper
  RestResponse<Problem> overloaded(Overloaded fault) {
    return soon(
        Problem.of(
            "overloaded",
            "Too much at once",
            UNAVAILABLE,
            fault.getMessage(),
            null,
            "try again in a second" + Problem.WITH_KEY));
  }

  /** Worth another try in a second. */
  static RestResponse<Problem> soon(Problem problem) {
    return builder(problem).header(HttpHeaders.RETRY_AFTER, "1").build();
  }

  @ServerExceptionMapper
  RestResponse<Problem> database(DatabaseFault fault) {
    if (fault.isForbidden()) return answer(Problem.ofAnotherRun());
    String detail = "the database could not be reached or refused";
    return answer(Problem.ours(UNAVAILABLE, detail, Faults.logged(fault)));
  }

  @ServerExceptionMapper
  RestResponse<Problem> ours(Throwable fault) {
    return answer(Problem.ours(500, "this request could not be served", Faults.logged(fault)));
  }

  static Problem of(BadField fault) {
    return Problem.of(
        "bad-field", "Bad request", BAD_REQUEST, fault.getMessage(), fault.field(), fault.mend());
  }

  /** Never repeats the value given: it may be a candidate's text. */
  static Problem of(JsonProcessingException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown)
      return Problem.of(
          "unknown-field",
          "Unknown field",
          BAD_REQUEST,
          "there is no field " + shown(unknown.getPropertyName()),
          path(unknown),
          "leave it out; known here: " + unknown.getKnownPropertyIds());
    if (fault instanceof MismatchedInputException wrong)
      return Problem.of(
          "wrong-type",
          "Wrong type",
          BAD_REQUEST,
          "this is not what is asked for here",
          path(wrong),
          "give " + wanted(wrong));
    if (fault instanceof JsonMappingException number
        && fault.getCause() instanceof InputCoercionException)
      return Problem.of(
          "wrong-type",
          "Wrong type",
          BAD_REQUEST,
          "this number is out of range",
          path(number),
          "give a whole number in range");
    return notJson("the body is not JSON" + place(fault));
  }

  private static Problem notJson(String detail) {
    return Problem.of(
        "not-json",
        "Not JSON",
        BAD_REQUEST,
        detail,
        null,
        "send JSON in UTF-8: nested at most "
            + JsonLimits.MAX_DEPTH
            + " deep, each name once, no NaN, nothing after it");
  }

  private static String wanted(MismatchedInputException wrong) {
    Class<?> type = wrong.getTargetType();
    if (type == null) return "the type that the API names";
    if (type == String.class) return "a text";
    if (type == Boolean.class || type == boolean.class) return "true or false";
    if (type == Double.class || type == double.class) return "a number";
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) return "a whole number";
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String path(JsonMappingException fault) {
    String path =
        fault.getPath().stream()
            .map(p -> p.getFieldName() == null ? "[" + p.getIndex() + "]" : "." + p.getFieldName())
            .collect(Collectors.joining());
    if (path.isEmpty()) return "body";
    return shown(path.startsWith(".") ? path.substring(1) : path);
  }

  private static String place(JsonProcessingException fault) {
    return fault.getLocation() == null
        ? ""
        : " at line "
            + fault.getLocation().getLineNr()
            + ", column "
            + fault.getLocation().getColumnNr();
  }

  static String shown(String name) {
    return Text.storable(name.length() > 100 ? name.substring(0, 100) + "..." : name);
  }

  static RestResponse<Problem> answer(Problem problem) {
    return builder(problem).build();
  }

  private static RestResponse.ResponseBuilder<Problem> builder(Problem problem) {
    return RestResponse.ResponseBuilder.<Problem>create(problem.status())
        .entity(problem)
        .type(Problem.MEDIA_TYPE);
  }
}

package dev.whetstone.api;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers a problem in the form of the protocol that its path belongs to. */
@Singleton
public final class ErrorForms {
  private final List<ErrorForm> forms;

  ErrorForms(@All List<ErrorForm> forms) {
    this.forms = forms;
  }

  Optional<ErrorForm> at(String path) {
    return forms.stream().filter(form -> form.covers(path)).findFirst();
  }

  /** Ends a request before it comes to any door, and its connection, for its body is not read. */
  public void refuse(RoutingContext request, Problem problem) {
    Optional<ErrorForm> form = at(request.normalizedPath());
    // HTTP/2 has no such header, and drops no connection for a body.
    if (request.request().version() != HttpVersion.HTTP_2)
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    request
        .response()
        .setStatusCode(form.map(own -> own.status(problem)).orElse(problem.status()))
        .putHeader(
            HttpHeaders.CONTENT_TYPE, form.isPresent() ? "application/json" : Problem.MEDIA_TYPE)
        .end(form.map(own -> json(own, problem)).orElseGet(() -> json(problem)));
  }

  private static String json(ErrorForm form, Problem problem) {
    return Json.encode(new JsonObject(new LinkedHashMap<>(form.body(problem))));
  }

  private static String json(Problem problem) {
    return Json.encode(JsonObject.mapFrom(problem));
  }

  @ServerResponseFilter
  void reshape(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem)
      at(request.getUriInfo().getRequestUri().getPath())
          .ifPresent(form -> reshape(response, form, problem));
  }

  private static void reshape(ContainerResponseContext response, ErrorForm form, Problem problem) {
    response.setStatus(form.status(problem));
    response.setEntity(form.body(problem), null, MediaType.APPLICATION_JSON_TYPE);
  }
}

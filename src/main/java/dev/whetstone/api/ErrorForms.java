package dev.whetstone.api;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers a problem in the form of the protocol that its path belongs to. */
@Singleton
final class ErrorForms {
  private final List<ErrorForm> forms;

  ErrorForms(@All List<ErrorForm> forms) {
    this.forms = forms;
  }

  Optional<ErrorForm> at(String path) {
    return forms.stream().filter(form -> form.covers(path)).findFirst();
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

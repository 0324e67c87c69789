package dev.whetstone.api;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.common.util.EmptyInputStream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Unzips bodies, and counts those whose size nobody told. */
@Provider
public final class BodyReading implements ReaderInterceptor {
  private final CurrentVertxRequest current;

  BodyReading(CurrentVertxRequest current) {
    this.current = current;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    RoutingContext request = current.getCurrent();
    InputStream sent = context.getInputStream();
    boolean zipped = BodyLimit.isZipped(request.request());
    boolean told = request.request().headers().contains(HttpHeaders.CONTENT_LENGTH);
    if (sent instanceof EmptyInputStream || (told && !zipped)) return context.proceed();
    BodyMemory.Share share = BodyMemory.of(request);
    try (InputStream body =
        zipped ? ArrivingBody.unzipped(sent, share) : ArrivingBody.plain(sent, share)) {
      context.setInputStream(body);
      return context.proceed();
    } catch (IOException | RuntimeException fault) {
      requireTaken(fault);
      throw fault;
    }
  }

  /** Whoever reads JSON may have wrapped it in a fault of his own. */
  private static void requireTaken(Throwable fault) throws BadBody {
    for (Throwable cause = fault; cause != null; cause = cause.getCause())
      if (cause instanceof BadBody bad) throw bad;
  }

  /** Whoever maps faults to answers. */
  static final class Mapping {
    @ServerExceptionMapper
    RestResponse<Problem> badBody(BadBody fault) {
      return Problems.answer(fault.problem());
    }
  }
}

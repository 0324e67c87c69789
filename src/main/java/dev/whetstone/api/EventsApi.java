package dev.whetstone.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.rollout.Run;
import dev.whetstone.rollout.Runs;
import dev.whetstone.rollout.stream.Event;
import dev.whetstone.rollout.stream.FinishedEvent;
import dev.whetstone.rollout.stream.Live;
import dev.whetstone.rollout.stream.Live.Standing;
import dev.whetstone.rollout.stream.RunEvents;
import dev.whetstone.rollout.stream.RunEvents.Cursor;
import dev.whetstone.rollout.stream.RunEvents.Told;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A run's live stream, for a browser's EventSource or a trainer. */
@Path("/api/v1/runs/{run}/events")
@Tag(name = "runs")
@RunOnVirtualThread
public final class EventsApi {
  private final Runs runs;
  private final Live live;
  private final RunEvents events;
  private final ObjectMapper mapper;

  EventsApi(Runs runs, Live live, RunEvents events, ObjectMapper mapper) {
    this.runs = runs;
    this.live = live;
    this.events = events;
    this.mapper = mapper;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "The run's events as they happen, until it is finished: server-sent events")
  @APIResponse(
      responseCode = "200",
      description = "events, each with its id, its type and its JSON",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "204", description = "the run is finished and all is read")
  public Response stream(
      @RestPath String run, @RestHeader("Last-Event-ID") String last, @RestQuery String after) {
    UUID id = Require.id("run", run);
    Cursor from = last == null ? cursor("after", after) : cursor("Last-Event-ID", last);
    Run known = runs.known(id);
    if (last != null && known.finishedAt().isPresent() && isAtEnd(id, from))
      return Response.noContent().build();
    live.requireRoom();
    StreamingOutput stream = out -> write(new Lines(out), id, from);
    return Response.ok(stream, MediaType.SERVER_SENT_EVENTS)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private boolean isAtEnd(UUID run, Cursor cursor) {
    return events.after(run, cursor, new Standing(Long.MAX_VALUE, Long.MAX_VALUE, true)).isEmpty();
  }

  /** Whoever reads slowly holds no connection to the database. */
  private void write(Lines out, UUID run, Cursor from) throws IOException {
    live.join(run);
    try {
      out.begin();
      Cursor cursor = from;
      Standing seen = Standing.UNKNOWN;
      while (!seen.finished() && !live.hasEnded()) {
        Standing now = live.next(run, seen);
        if (now.equals(seen)) out.ping();
        else cursor = writeUpTo(out, run, cursor, now);
        seen = now;
      }
      if (seen.finished()) out.event(cursor, FinishedEvent.of(runs.known(run)));
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    } finally {
      live.leave(run);
    }
  }

  private Cursor writeUpTo(Lines out, UUID run, Cursor from, Standing now) throws IOException {
    Cursor cursor = from;
    List<Told> page = events.after(run, cursor, now);
    while (!page.isEmpty()) {
      for (Told told : page) out.event(told.cursor(), told.event());
      cursor = page.getLast().cursor();
      page = events.after(run, cursor, now);
    }
    return cursor;
  }

  private static Cursor cursor(String field, String id) {
    try {
      return id == null || id.isBlank() ? Cursor.START : Cursor.parse(id);
    } catch (IllegalArgumentException e) {
      throw new BadField(field, e.getMessage(), "give an id that this stream sent");
    }
  }

  /** The form of server-sent events. */
  private final class Lines {
    private final OutputStream out;

    Lines(OutputStream out) {
      this.out = out;
    }

    /** After a second whoever lost the connection is to come again. */
    void begin() throws IOException {
      write("retry: 1000\n\n");
    }

    void ping() throws IOException {
      write(": still here\n\n");
    }

    void event(Cursor cursor, Event event) throws IOException {
      String json = mapper.writeValueAsString(event);
      write("id: " + cursor + "\nevent: " + event.type() + "\ndata: " + json + "\n\n");
    }

    private void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}

package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Faults;
import dev.whetstone.api.Require;
import dev.whetstone.api.Tools;
import dev.whetstone.api.Unavailable;
import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.FinishedRun;
import dev.whetstone.rollout.Overloaded;
import dev.whetstone.rollout.QuotaSpent;
import dev.whetstone.rollout.Said;
import dev.whetstone.rollout.UnknownEpisode;
import dev.whetstone.rollout.Viewers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers a tool call by a stream of events, in which something comes every few seconds. */
@ApplicationScoped
class OrsCalls {
  /** Clients give up on a stream that is silent for 30 seconds. */
  private static final int PING_SECONDS = 8;

  /** Clients read lines of limited length. */
  private static final int LINE = 4_000;

  private final Episodes episodes;
  private final Viewers viewers;
  private final ExecutorService threads;
  private final ObjectWriter json;

  OrsCalls(
      Episodes episodes,
      Viewers viewers,
      @VirtualThreads ExecutorService threads,
      ObjectMapper json) {
    this.viewers = viewers;
    this.threads = threads;
    this.episodes = episodes;
    this.json = json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
  }

  /**
   * A tool call.
   *
   * @param taskId names the call: sent again, it is answered the same and changes nothing
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "OrsCall")
  public record Call(String name, JsonNode input, String taskId) {}

  /** Clients read every field, also where it is null. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Output(
      List<OrsApi.Block> blocks, Map<String, ?> metadata, Double reward, boolean finished) {}

  @RegisterForReflection
  record Answered(boolean ok, Output output) {}

  /**
   * @param reason one of the client's own words, or null
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Failed(boolean ok, String error, String reason) {
    static Failed of(RuntimeException fault, String reason) {
      return new Failed(false, Faults.sentence(fault), reason);
    }
  }

  Multi<OutboundSseEvent> answer(Sse sse, Episode episode, Call call) {
    String name = Require.text("name", call.name(), Require.MAX_NAME);
    String key =
        call.taskId() == null
            ? UUID.randomUUID().toString()
            : Require.key("task_id", call.taskId());
    Callable<Object> work = viewers.lend(() -> answer(episode, name, call, key));
    return Multi.createFrom()
        .emitter(
            out -> {
              out.emit(event(sse, "task_id", key));
              Future<Object> answer = threads.submit(work);
              threads.execute(() -> tell(sse, out, answer));
            });
  }

  private Object answer(Episode episode, String name, Call call, String key) {
    try {
      String message = Tools.message(episode, name, call.input());
      return answer(episode, episodes.say(episode.id(), message, Optional.of(key)));
    } catch (BadField fault) {
      return Failed.of(fault, fault.field().equals("tool") ? "not_found" : "input_validation");
    } catch (Overloaded | UnknownEpisode | FinishedRun | QuotaSpent | Unavailable fault) {
      return Failed.of(fault, null);
    }
  }

  private static Object answer(Episode episode, Said said) {
    if (said.late()) return new Failed(false, "the episode is over", "episode_finished");
    Optional<Earned> earned = Earned.of(said, Sessions.TASK);
    return new Answered(
        true,
        new Output(
            List.of(OrsApi.Block.of(said.turn().said())),
            earned.map(e -> metadata(episode, e)).orElse(null),
            earned.map(Earned::reward).orElse(null),
            said.turn().over()));
  }

  private static Map<String, ?> metadata(Episode episode, Earned earned) {
    return Map.of(
        "task",
        episode.made().offer().handle().toString(),
        "family",
        episode.made().offer().identity().family(),
        "components",
        earned.components());
  }

  private void tell(Sse sse, MultiEmitter<? super OutboundSseEvent> out, Future<Object> answer) {
    try {
      List<String> lines = lines(json.writeValueAsString(waited(sse, out, answer)));
      for (String line : lines.subList(0, lines.size() - 1)) out.emit(event(sse, "chunk", line));
      out.emit(event(sse, "end", lines.getLast()));
    } catch (ExecutionException | JsonProcessingException e) {
      out.emit(event(sse, "error", Faults.sentence(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      out.complete();
    }
  }

  private static Object waited(
      Sse sse, MultiEmitter<? super OutboundSseEvent> out, Future<Object> answer)
      throws ExecutionException, InterruptedException {
    while (true) {
      try {
        return answer.get(PING_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException goesOn) {
        out.emit(sse.newEventBuilder().comment("ping").build());
      }
    }
  }

  /** Clients drop blanks at the start of a line; in JSON they stand only inside texts. */
  static List<String> lines(String json) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < json.length(); at += LINE) {
      String line = json.substring(at, Math.min(json.length(), at + LINE));
      lines.add(line.startsWith(" ") ? "\\u0020" + line.substring(1) : line);
    }
    return lines;
  }

  static OutboundSseEvent event(Sse sse, String name, String data) {
    return sse.newEventBuilder().name(name).data(data).build();
  }
}

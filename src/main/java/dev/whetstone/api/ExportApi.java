package dev.whetstone.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.rollout.RecordedGroups;
import dev.whetstone.rollout.RecordedGroups.Group;
import dev.whetstone.rollout.Runs;
import dev.whetstone.rollout.export.RecordFormat;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A run's record as a data set, streamed. */
@Path("/api/v1/runs/{run}/export")
@Tag(name = "runs")
@RunOnVirtualThread
public final class ExportApi {
  private final Runs runs;
  private final AgroalDataSource database;

  ExportApi(Runs runs, AgroalDataSource database) {
    this.runs = runs;
    this.database = database;
  }

  @GET
  @Produces("application/jsonl")
  @Operation(summary = "The run's outcomes as rows of a data set: JSON Lines, as many as there are")
  public StreamingOutput export(
      @RestPath String run, @RestQuery @DefaultValue("pairs") String format) {
    UUID id = Require.id("run", run);
    RecordFormat rows = format(format);
    runs.known(id);
    return out -> write(out, id, rows);
  }

  /** A slow reader holds no connection to the database. */
  private void write(OutputStream out, UUID run, RecordFormat format) throws IOException {
    long last = -1;
    while (true) {
      List<Group> groups = RecordedGroups.after(database, run, last);
      if (groups.isEmpty()) return;
      for (Group group : groups)
        for (ObjectNode row : format.rows(group))
          out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
      last = groups.getLast().number();
    }
  }

  private static RecordFormat format(String name) {
    return Arrays.stream(RecordFormat.values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new BadField(
                    "format", "there is no such format", "pairs, pairs_text, steps or outcomes"));
  }
}

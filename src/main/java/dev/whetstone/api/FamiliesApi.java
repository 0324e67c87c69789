package dev.whetstone.api;

import dev.whetstone.task.Category;
import dev.whetstone.task.Control;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What can be asked: families, their control variables and levels, and examples of each. */
@Path("/api/v1/families")
@Tag(name = "families")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class FamiliesApi {
  private static final int MAX_EXAMPLES = 20;

  /**
   * @param chance the most that a policy earns which does not read the question
   */
  public record Family(
      String name,
      String version,
      Category category,
      String summary,
      double chance,
      List<Control> controls) {
    static Family of(TaskFamily family) {
      return new Family(
          family.name(),
          family.version(),
          family.category(),
          family.summary(),
          family.chance(),
          family.controls());
    }
  }

  /**
   * A task with its answer, to look at; it belongs to no run.
   *
   * @param certificate how it is known to be solvable, and its answer right
   * @param solution worked in steps, where the family has them
   */
  public record Example(
      String question, String answer, String certificate, Optional<List<String>> solution) {
    static Example of(Task task) {
      return new Example(
          task.question(),
          task.answer(),
          task.certificate(),
          task.worked().map(worked -> dev.whetstone.task.Solution.right(worked).steps()));
    }
  }

  @GET
  @Operation(summary = "List the families")
  public List<Family> list() {
    return Families.all().stream().map(Family::of).toList();
  }

  @GET
  @Path("/{family}")
  @Operation(summary = "Read a family")
  public Family read(@RestPath String family) {
    return Family.of(known(family));
  }

  @GET
  @Path("/{family}/examples")
  @Operation(summary = "See tasks of a family, with answers; levels as num_terms=2,num_digits=0")
  public List<Example> examples(
      @RestPath String family,
      @RestQuery @DefaultValue("") String levels,
      @RestQuery @DefaultValue("3") String count) {
    TaskFamily known = known(family);
    long examples = Require.number("count", count, 1, MAX_EXAMPLES);
    Levels at = levels(known, levels);
    String salt = UUID.randomUUID().toString();
    return LongStream.range(0, examples)
        .mapToObj(i -> Identity.of(known, at, Split.TRAIN, salt, i).make(known))
        .map(Example::of)
        .toList();
  }

  private static Levels levels(TaskFamily family, String key) {
    try {
      return Levels.parse(family.controls(), key);
    } catch (IllegalArgumentException e) {
      throw new BadField("levels", e.getMessage(), "see GET /api/v1/families/" + family.name());
    }
  }

  private static TaskFamily known(String family) {
    return Families.named(family)
        .orElseThrow(
            () ->
                Unknown.of(
                    "family", family, Families.all().stream().map(TaskFamily::name).toList()));
  }
}

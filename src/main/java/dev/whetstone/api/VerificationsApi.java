package dev.whetstone.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.verify.Completion;
import dev.whetstone.verify.StepReadings;
import dev.whetstone.verify.StepVerdict;
import dev.whetstone.verify.StepVerdict.Unread;
import dev.whetstone.verify.VerifyLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The learned verifier alone, for people who bring their own solutions; nothing is stored. */
@Path("/api/v1/verifications")
@Tag(name = "verifiers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class VerificationsApi {
  private final StepReadings readings;
  private final Items items;
  private final VerifyLimits limits;
  private final int maxSteps;
  private final int maxCharacters;

  VerificationsApi(StepReadings readings, Items items, VerifyLimits limits, ModelSettings model) {
    this.readings = readings;
    this.items = items;
    this.limits = limits;
    this.maxSteps = model.maxSteps();
    this.maxCharacters = model.maxCharacters();
  }

  /** Items are read one by one: a bad one is refused alone. */
  @Schema(name = "VerificationBatch")
  public record Batch(@Schema(implementation = Item[].class) List<JsonNode> items) {}

  /**
   * A problem with its solution, in steps or in one text.
   *
   * @param solution cut into paragraphs if it has several, else into lines
   */
  @Schema(name = "VerificationItem")
  public record Item(String problem, List<String> steps, String solution) {}

  /** One verification for each item, in the batch's order. */
  public record Verifications(List<Verification> results) {}

  /**
   * What is said of one solution.
   *
   * @param status read, unread (ours, send it again) or refused (the request's)
   * @param solution its steps as they were read
   * @param steps what the step verifier says of them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Verification(
      String status, List<String> solution, StepVerdict steps, Problem problem) {
    static Verification of(Slot slot, StepVerdict said) {
      return switch (said) {
        case StepVerdict.Read read -> new Verification("read", slot.derivation.steps(), read, null);
        case Unread unread -> of(StepProblems.of(unread, slot.field));
      };
    }

    private static Verification of(Problem problem) {
      return problem.status() < 500
          ? refused(problem)
          : new Verification("unread", null, null, problem);
    }

    static Verification refused(Problem problem) {
      return new Verification("refused", null, null, problem);
    }
  }

  /**
   * An item that can be read, or what is wrong with it.
   *
   * @param field that its steps came in
   */
  private record Slot(Derivation derivation, String field, Problem problem) {}

  @POST
  @Operation(summary = "Have solutions read step by step; nothing is stored")
  public Verifications verify(Batch batch) {
    List<JsonNode> nodes = Bodies.required(batch).items();
    Require.range("items", nodes == null ? null : nodes.size(), 0, limits.maxVerifications());
    List<Slot> slots = nodes.stream().map(this::slot).toList();
    List<StepVerdict> said =
        readings.read(slots.stream().map(Slot::derivation).filter(Objects::nonNull).toList());
    requireServed(slots.size(), said);
    Iterator<StepVerdict> next = said.iterator();
    return new Verifications(slots.stream().map(slot -> verification(slot, next)).toList());
  }

  private static Verification verification(Slot slot, Iterator<StepVerdict> said) {
    if (slot.problem != null) return Verification.refused(slot.problem);
    return Verification.of(slot, said.next());
  }

  /** Where nothing can be said but that a model, room or time is wanting, all of it fails. */
  private static void requireServed(int items, List<StepVerdict> said) {
    List<Unread> ours =
        said.stream()
            .filter(Unread.class::isInstance)
            .map(Unread.class::cast)
            .filter(StepReadings::isFinal)
            .toList();
    if (ours.isEmpty() || ours.size() < items) return;
    throw NothingRead.of(ours.getFirst(), null);
  }

  private Slot slot(JsonNode node) {
    try {
      Item item = items.read(node, Item.class);
      return new Slot(derivation(item), item.steps() == null ? "solution" : "steps", null);
    } catch (Items.Unreadable e) {
      return new Slot(null, null, e.problem());
    } catch (BadField e) {
      return new Slot(null, null, Problems.of(e));
    }
  }

  private Derivation derivation(Item item) {
    String problem = Require.text("problem", item.problem(), maxCharacters);
    if (item.steps() != null && item.solution() != null)
      throw new BadField("solution", "both steps and solution", "give one of them");
    return item.steps() != null ? inSteps(problem, item.steps()) : cut(problem, item.solution());
  }

  private Derivation cut(String problem, String solution) {
    String text = Require.text("solution", solution, maxCharacters);
    return required("solution", readings.cut(new Completion(problem, text)));
  }

  private Derivation inSteps(String problem, List<String> steps) {
    requireSome("steps", steps.size());
    List<String> clean = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++)
      clean.add(Require.text("steps[" + i + "]", steps.get(i), maxCharacters));
    return required("steps", new Derivation(problem, clean));
  }

  private Derivation required(String field, Derivation derivation) {
    requireSome(field, derivation.steps().size());
    if (derivation.length() <= maxCharacters) return derivation;
    throw new BadField(
        field,
        "problem and " + field + " have " + derivation.length() + " characters",
        "give at most " + maxCharacters + " characters");
  }

  private void requireSome(String field, int steps) {
    if (steps == 0) throw new BadField(field, field + " has no steps", "give at least one step");
    if (steps > maxSteps)
      throw new BadField(
          field, field + " has more steps than can be read", "give at most " + maxSteps + " steps");
  }
}

package dev.whetstone.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.model.Derivation;
import dev.whetstone.verify.Completion;
import dev.whetstone.verify.StepReadings;
import dev.whetstone.verify.StepVerdict;
import dev.whetstone.verify.StepVerdict.Unread;
import dev.whetstone.verify.StepVerdict.Why;
import dev.whetstone.verify.VerifyLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
  private static final String MEND = "send a shorter solution, in shorter steps";

  private final StepReadings readings;
  private final Items items;
  private final VerifyLimits limits;

  VerificationsApi(StepReadings readings, Items items, VerifyLimits limits) {
    this.readings = readings;
    this.items = items;
    this.limits = limits;
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
    static Verification of(Derivation derivation, StepVerdict said) {
      return switch (said) {
        case StepVerdict.Read read -> new Verification("read", derivation.steps(), read, null);
        case Unread unread -> of(unread);
      };
    }

    private static Verification of(Unread unread) {
      return switch (unread.unread()) {
        case NO_STEPS, TOO_LONG, UNSCORABLE ->
            refused(Problem.of("unscorable", "Unscorable", 422, unread.detail(), "solution", MEND));
        case NO_VERIFIER, BUSY, DEADLINE, FAULT ->
            new Verification("unread", null, null, Problem.ours(503, unread.detail(), null));
      };
    }

    static Verification refused(Problem problem) {
      return new Verification("refused", null, null, problem);
    }
  }

  /** An item that can be read, or what is wrong with it. */
  private record Slot(Derivation derivation, Problem problem) {}

  @POST
  @Operation(summary = "Have solutions read step by step; nothing is stored")
  public Verifications verify(Batch batch) {
    List<JsonNode> nodes = Bodies.required(batch).items();
    Require.range("items", nodes == null ? null : nodes.size(), 0, limits.maxVerifications());
    List<Slot> slots = nodes.stream().map(this::slot).toList();
    List<StepVerdict> said =
        readings.read(slots.stream().map(Slot::derivation).filter(Objects::nonNull).toList());
    requireServed(said);
    Iterator<StepVerdict> next = said.iterator();
    return new Verifications(slots.stream().map(slot -> verification(slot, next)).toList());
  }

  private static Verification verification(Slot slot, Iterator<StepVerdict> said) {
    if (slot.problem != null) return Verification.refused(slot.problem);
    return Verification.of(slot.derivation, said.next());
  }

  /**
   * Where nothing at all was read for want of a model, or of room, the request as a whole fails.
   */
  private static void requireServed(List<StepVerdict> said) {
    boolean read = said.stream().anyMatch(StepVerdict.Read.class::isInstance);
    for (StepVerdict verdict : said)
      if (!read && verdict instanceof Unread(Why why, String detail)) {
        if (why == Why.NO_VERIFIER) throw new NoStepVerifier(detail);
        if (why == Why.BUSY) throw new Unavailable(detail);
      }
  }

  private Slot slot(JsonNode node) {
    try {
      return new Slot(derivation(items.read(node, Item.class)), null);
    } catch (Items.Unreadable e) {
      return new Slot(null, e.problem());
    } catch (BadField e) {
      return new Slot(null, Problems.of(e));
    }
  }

  private Derivation derivation(Item item) {
    String problem = Require.text("problem", item.problem(), limits.maxCharacters());
    if (item.steps() != null && item.solution() != null)
      throw new BadField("solution", "both steps and solution", "give one of them");
    return item.steps() != null
        ? new Derivation(problem, steps(item.steps()))
        : cut(problem, Require.text("solution", item.solution(), limits.maxCharacters()));
  }

  private Derivation cut(String problem, String solution) {
    Derivation derivation = readings.cut(new Completion(problem, solution));
    requireSome("solution", derivation.steps().size());
    return derivation;
  }

  private List<String> steps(List<String> steps) {
    requireSome("steps", steps.size());
    List<String> clean =
        steps.stream().map(s -> Require.text("steps", s, limits.maxCharacters())).toList();
    long characters = clean.stream().mapToLong(String::length).sum();
    if (characters > limits.maxCharacters())
      throw new BadField("steps", "steps have " + characters + " characters", atMostCharacters());
    return clean;
  }

  private void requireSome(String field, int steps) {
    if (steps == 0) throw new BadField(field, field + " has no steps", "give at least one step");
    if (steps > limits.maxSteps())
      throw new BadField(
          field,
          field + " has more steps than can be read",
          "give at most " + limits.maxSteps() + " steps");
  }

  private String atMostCharacters() {
    return "give at most " + limits.maxCharacters() + " characters";
  }
}

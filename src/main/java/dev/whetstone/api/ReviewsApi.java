package dev.whetstone.api;

import dev.whetstone.benchmark.review.Answer;
import dev.whetstone.benchmark.review.Handout;
import dev.whetstone.benchmark.review.Receipt;
import dev.whetstone.benchmark.review.ReviewRules;
import dev.whetstone.benchmark.review.ReviewState;
import dev.whetstone.benchmark.review.Reviewed;
import dev.whetstone.benchmark.review.Reviews;
import dev.whetstone.benchmark.review.Statistics;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What people are asked to judge, and what they say. */
@Path("/api/v1/reviews")
@Tag(name = "reviews")
@APIResponse(responseCode = "503", description = "overloaded, or the fault is ours")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ReviewsApi {
  private static final int MAX_RATER = 100;
  private static final int MAX_LIST = 200;

  private final Reviews reviews;
  private final ReviewRules rules;

  ReviewsApi(Reviews reviews, ReviewRules rules) {
    this.reviews = reviews;
    this.rules = rules;
  }

  /**
   * @param adjudicate false (default): judge an item; true: settle a dispute, in sight of its votes
   */
  public record Rater(String rater, Boolean adjudicate) {}

  /**
   * @param firstError index of the first wrong step, from 0; null for none
   * @param score 0: a step is wrong; 0.5: right as a whole, with a gap or a slip; 1: right in each
   *     step
   * @param comment may be left out
   */
  public record GivenAnswer(String rater, Integer firstError, Double score, String comment) {}

  /** Who skips. */
  public record Skip(String rater) {}

  /** Items whose votes are in. */
  public record ReviewedList(List<Reviewed> reviews) {}

  @POST
  @Path("/next")
  @APIResponse(responseCode = "204", description = "none is left for this rater")
  @APIResponseSchema(Handout.class)
  @Operation(
      summary =
          "The item that the rater has in hand, else the next one, for the time of a lease; 204"
              + " where none is left for them")
  public Handout next(Rater wanted) {
    Rater body = Bodies.required(wanted);
    String rater = rater(body.rater());
    boolean adjudicate = Boolean.TRUE.equals(body.adjudicate());
    if (adjudicate && !reviews.mayAdjudicate(rater))
      throw new BadField(
          "rater",
          "this rater settles no disputes",
          "name one of whetstone.review.adjudicators, or where they are not set, one who is not"
              + " flagged");
    return reviews.next(rater, adjudicate).orElse(null);
  }

  @POST
  @Path("/{item}/answer")
  @APIResponse(responseCode = "404", description = "unknown-review")
  @APIResponse(responseCode = "409", description = "not-leased or answered-before")
  @APIResponseSchema(Receipt.class)
  @Operation(summary = "Answer an item in hand; the same answer again changes nothing")
  public Receipt answer(@RestPath String item, GivenAnswer given) {
    UUID id = Require.id("item", item);
    GivenAnswer body = Bodies.required(given);
    String rater = rater(body.rater());
    return reviews.answer(id, rater, answer(body, known(id)));
  }

  @POST
  @Path("/{item}/skip")
  @APIResponse(responseCode = "409", description = "not-leased or answered-before")
  @APIResponseSchema(Receipt.class)
  @Operation(summary = "Leave an item in hand to others")
  public Receipt skip(@RestPath String item, Skip skip) {
    return reviews.skip(Require.id("item", item), rater(Bodies.required(skip).rater()));
  }

  @GET
  @Path("/statistics")
  @APIResponseSchema(Statistics.class)
  @Operation(
      summary =
          "Where the queue stands, how often labels were wrong, how good raters are and how far"
              + " they agree")
  public Statistics statistics() {
    return reviews.statistics();
  }

  @GET
  @APIResponseSchema(ReviewedList.class)
  @Operation(summary = "List the items whose votes are in; state as done or disputed")
  public ReviewedList list(
      @RestQuery @DefaultValue("done") String state, @RestQuery @DefaultValue("50") String limit) {
    int length = (int) Require.number("limit", limit, 1, MAX_LIST);
    return switch (state) {
      case "done" -> new ReviewedList(reviews.reviewed(ReviewState.DONE, length));
      case "disputed" -> new ReviewedList(reviews.reviewed(ReviewState.DISPUTED, length));
      default -> throw new BadField("state", "there is no such list", "give done or disputed");
    };
  }

  @GET
  @Path("/{item}")
  @APIResponse(responseCode = "404", description = "unknown-review")
  @APIResponseSchema(Reviewed.class)
  @Operation(summary = "Read an item with its votes, once they are in; 404 before")
  public Reviewed read(@RestPath String item) {
    UUID id = Require.id("item", item);
    return reviews.reviewed(id).orElseThrow(() -> unknown(id));
  }

  private static String rater(String name) {
    return Require.text("rater", name, MAX_RATER).strip();
  }

  private int known(UUID item) {
    return reviews.steps(item).orElseThrow(() -> unknown(item));
  }

  private static Unknown unknown(UUID item) {
    return new Unknown(
        "review", item, "item", "take one with POST /api/v1/reviews/next; read it once it is done");
  }

  private Answer answer(GivenAnswer given, int steps) {
    OptionalInt firstError =
        given.firstError() == null
            ? OptionalInt.empty()
            : OptionalInt.of(Require.range("first_error", given.firstError(), 0, steps - 1));
    String comment =
        Optional.ofNullable(given.comment())
            .map(text -> Require.anyText("comment", text, rules.maxComment()))
            .orElse("");
    double score = score(given.score());
    if (score == 1 && firstError.isPresent())
      throw new BadField("score", "a solution with a wrong step does not score 1", "give 0 or 0.5");
    if (score == 0 && firstError.isEmpty())
      throw new BadField(
          "first_error", "a solution that scores 0 has a wrong step", "name it, from 0");
    return new Answer(firstError, score, comment);
  }

  private static double score(Double score) {
    if (score != null && (score == 0 || score == 0.5 || score == 1)) return score;
    throw new BadField("score", "score is missing, or not usable", "give 0, 0.5 or 1");
  }
}

package dev.whetstone.api;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.training.promotion.Archive;
import dev.whetstone.training.promotion.Archive.Archived;
import dev.whetstone.training.promotion.Archive.Origin;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.promotion.Proposals;
import dev.whetstone.training.promotion.Proposals.Answer;
import dev.whetstone.verify.StepReadings;
import dev.whetstone.verify.VerifyLimits;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What fooled a version of a verifier, and proposals of more of it. */
@Path("/api/v1/verifiers/{verifier}/archive")
@Tag(name = "verifiers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ArchiveApi {
  private static final int MAX_LIST = 1_000;

  private final Archive archive;
  private final Proposals proposals;
  private final VerifyLimits limits;
  private final ModelSettings model;

  ArchiveApi(
      AgroalDataSource database,
      StepReadings readings,
      PromotionSettings settings,
      VerifyLimits limits,
      ModelSettings model,
      Clock clock) {
    this.archive = new Archive(database);
    this.proposals = new Proposals(archive, readings, settings.gate(), clock);
    this.limits = limits;
    this.model = model;
  }

  /** A page of the archive, newest first; {@code next} is the {@code before} to go on with. */
  public record ArchivePage(List<Archived> archived, long next) {}

  /** What may have fooled the version that serves; all are read, or none. */
  public record ArchiveBatch(String origin, List<ProposedSolution> items) {}

  /**
   * A solution whose truth is known.
   *
   * @param firstError index of the first wrong step, from 0; -1 where none is wrong
   */
  public record ProposedSolution(String problem, List<String> steps, Integer firstError) {}

  /** One answer for each item, in the batch's order. */
  public record Answers(List<Answer> results) {}

  @GET
  @Operation(
      summary =
          "List what fooled a version, newest first; origin as outcome, family, human_label or"
              + " proposal")
  public ArchivePage list(
      @RestPath String verifier,
      @RestQuery String origin,
      @RestQuery String before,
      @RestQuery @DefaultValue("100") String limit) {
    int length = (int) Require.number("limit", limit, 1, MAX_LIST);
    long from =
        before == null ? Long.MAX_VALUE : Require.number("before", before, 0, Long.MAX_VALUE);
    Optional<Origin> of = Optional.ofNullable(origin).map(ArchiveApi::origin);
    List<Archived> page = archive.list(name(verifier), of, from, length);
    return new ArchivePage(page, page.isEmpty() ? 0 : page.getLast().number());
  }

  @POST
  @Operation(
      summary =
          "Propose solutions of known truth; kept is what the version that serves is surely wrong"
              + " about; origin as proposal (default) or human_label")
  public Answers propose(@RestPath String verifier, ArchiveBatch batch) {
    ArchiveBatch body = Bodies.required(batch);
    List<ProposedSolution> items = body.items();
    Require.range("items", items == null ? null : items.size(), 1, limits.maxVerifications());
    Origin origin = proposable(body.origin());
    List<Labelled> proposed = new ArrayList<>();
    for (int i = 0; i < items.size(); i++)
      proposed.add(labelled("items[" + i + "]", Bodies.required(items.get(i)), origin));
    return new Answers(proposals.add(name(verifier), origin, proposed));
  }

  private Labelled labelled(String field, ProposedSolution item, Origin origin) {
    int most = model.maxCharacters();
    String problem = Require.text(field + ".problem", item.problem(), most);
    int count =
        Require.range(
            field + ".steps",
            item.steps() == null ? null : item.steps().size(),
            1,
            model.maxSteps());
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < count; i++)
      steps.add(Require.text(field + ".steps[" + i + "]", item.steps().get(i), most));
    Derivation solution = new Derivation(problem, steps);
    if (solution.length() > most)
      throw new BadField(field, field + " is too long", "give at most " + most + " characters");
    int first = Require.range(field + ".first_error", item.firstError(), -1, count - 1);
    OptionalInt error = first < 0 ? OptionalInt.empty() : OptionalInt.of(first);
    String source = origin == Origin.HUMAN_LABEL ? "human: by request" : "claimed: by request";
    return new Labelled(
        "proposed",
        field,
        Split.TRAIN,
        solution,
        Truth.ofFirstError(count, error),
        Optional.empty(),
        new Provenance("proposed", source, Provenance.NO_LICENCE));
  }

  private static String name(String verifier) {
    return Require.text("verifier", verifier, Require.MAX_NAME);
  }

  private static Origin proposable(String origin) {
    if (origin == null) return Origin.PROPOSAL;
    Origin named = origin(origin);
    if (named == Origin.PROPOSAL || named == Origin.HUMAN_LABEL) return named;
    throw new BadField(
        "origin", "solutions of this origin are found, not proposed", "proposal or human_label");
  }

  private static Origin origin(String origin) {
    return Require.oneOf(
        Origin.values(), ArchiveApi::word, "origin", origin.toLowerCase(Locale.ROOT));
  }

  private static String word(Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT);
  }
}

package dev.whetstone.rollout;

import dev.whetstone.reward.Reward;
import dev.whetstone.verify.Completion;
import dev.whetstone.verify.ExactVerifier;
import dev.whetstone.verify.StepReadings;
import dev.whetstone.verify.StepVerdict;
import dev.whetstone.verify.Verdict;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Judges candidates and saves their outcomes. Judging stands outside any transaction; taking the
 * place and saving the outcome are one, so no place can be lost between the two.
 */
@ApplicationScoped
public class Candidates {
  private static final Logger LOG = Logger.getLogger(Candidates.class);

  private final AgroalDataSource database;
  private final OfferTable offers;
  private final GroupCommit groupCommit;
  private final Workshop workshop;
  private final StepReadings steps;
  private final RolloutLimits limits;
  private final Meters meters;
  private final Viewers viewers;
  private final Allowance allowance;

  Candidates(
      AgroalDataSource database,
      OfferTable offers,
      GroupCommit groupCommit,
      Workshop workshop,
      StepReadings steps,
      RolloutLimits limits,
      Meters meters,
      Viewers viewers,
      Allowance allowance) {
    this.viewers = viewers;
    this.allowance = allowance;
    this.database = database;
    this.meters = meters;
    this.offers = offers;
    this.groupCommit = groupCommit;
    this.workshop = workshop;
    this.steps = steps;
    this.limits = limits;
  }

  /** Judges candidates for tasks of this run alone; one result each, in their order. */
  public List<Result> judge(UUID run, List<Candidate> candidates) {
    return judge(Optional.of(run), candidates);
  }

  /** Judges candidates that come through a trainer's own protocol, which names no run. */
  public List<Result> judgeAnywhere(List<Candidate> candidates) {
    return judge(Optional.empty(), candidates);
  }

  /** The task that was handed out so, if it is known and still of that version. */
  Optional<Made> task(TaskHandle task) {
    return task(task.id()).filter(made -> made.offer().identity().version().equals(task.version()));
  }

  /** The task of an offer, if it is known and can still be made. */
  Optional<Made> task(UUID offer) {
    return Optional.ofNullable(tasks(Set.of(offer)).get(offer)).filter(made -> made.task() != null);
  }

  private List<Result> judge(Optional<UUID> run, List<Candidate> candidates) {
    allowance.take(viewers.now().key(), candidates.size());
    Map<UUID, Made> tasks =
        tasks(candidates.stream().map(c -> c.task().id()).collect(Collectors.toSet()));
    Result[] results = new Result[candidates.size()];
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      Candidate candidate = candidates.get(i);
      Made made = tasks.get(candidate.task().id());
      Optional<Result.Why> refused = refused(run, candidate, made);
      if (refused.isPresent()) results[i] = new Result.Refused(refused.get(), Optional.empty());
      else results[i] = judge(candidate, made, judgements);
    }
    judgements.forEach(meters::verified);
    Iterator<Result> saved = groupCommit.save(withSteps(judgements)).iterator();
    for (int i = 0; i < results.length; i++) if (results[i] == null) results[i] = saved.next();
    List<Result> all = Arrays.asList(results);
    meters.judged(all);
    return all;
  }

  private Optional<Result.Why> refused(Optional<UUID> run, Candidate candidate, Made made) {
    if (candidate.completion().length() > limits.maxCompletion())
      return Optional.of(Result.Why.TOO_LONG);
    if (made == null) return Optional.of(Result.Why.UNKNOWN_TASK);
    Offer offer = made.offer();
    if (run.isPresent() && !run.get().equals(offer.run()))
      return Optional.of(Result.Why.UNKNOWN_TASK);
    boolean same = offer.identity().version().equals(candidate.task().version());
    return same && made.task() != null ? Optional.empty() : Optional.of(Result.Why.OTHER_VERSION);
  }

  /** The result where there is no verdict; null where one is on its way to the database. */
  private static Result judge(Candidate candidate, Made made, List<Judgement> judgements) {
    long start = System.nanoTime();
    Verdict verdict = ExactVerifier.verify(made.task().check(), candidate.completion());
    int micros = (int) ((System.nanoTime() - start) / 1_000);
    return switch (verdict) {
      case Verdict.Unjudged(String reason) -> new Result.Unjudged(reason);
      case Verdict.Judged judged -> {
        Reward reward = Reward.of(judged);
        judgements.add(new Judgement(made, candidate, judged, reward, micros));
        yield null;
      }
    };
  }

  /** The steps of one request's candidates are read together, and only where their run asks. */
  private List<Judgement> withSteps(List<Judgement> judgements) {
    List<Judgement> asking = judgements.stream().filter(Judgement::asksForSteps).toList();
    if (asking.isEmpty()) return judgements;
    Iterator<StepVerdict> said =
        steps.readCompletions(asking.stream().map(Judgement::completion).toList()).iterator();
    return judgements.stream().map(j -> j.asksForSteps() ? j.with(said.next()) : j).toList();
  }

  /** The tasks that are known, held ready or made again from their identities. */
  private Map<UUID, Made> tasks(Set<UUID> ids) {
    Map<UUID, Made> known = new HashMap<>();
    List<UUID> missing = new ArrayList<>();
    for (UUID id : ids) {
      Made held = workshop.held(id);
      if (held == null) missing.add(id);
      else known.put(id, held);
    }
    if (!missing.isEmpty()) for (Offer offer : read(missing)) known.put(offer.id(), again(offer));
    return known;
  }

  private List<Offer> read(List<UUID> ids) {
    return Sql.transaction(database, connection -> offers.byIds(connection, ids));
  }

  /**
   * A task whose family changed since cannot be judged any more; that is not the candidate's fault.
   */
  @SuppressWarnings("ThreadPriorityCheck")
  private Made again(Offer offer) {
    Thread.yield(); // tasks made again give way as tasks handed out do
    try {
      return workshop.make(offer);
    } catch (IllegalStateException e) {
      LOG.warnf("task %s cannot be made again: %s", offer.id(), e.getMessage());
      return new Made(offer, null);
    }
  }

  /** A verdict on its way to the database. */
  record Judgement(
      Made made, Candidate candidate, Verdict.Judged verdict, Reward reward, int micros) {
    Offer offer() {
      return made.offer();
    }

    boolean asksForSteps() {
      return offer().steps() == StepCheck.READ;
    }

    Completion completion() {
      return new Completion(made.task().question(), candidate.completion());
    }

    Judgement with(StepVerdict steps) {
      return new Judgement(made, candidate, verdict.with(steps), reward, micros);
    }
  }
}

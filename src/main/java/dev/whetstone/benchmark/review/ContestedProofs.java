package dev.whetstone.benchmark.review;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.labelling.Contested;
import dev.whetstone.benchmark.labelling.Labellings;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Puts before people what the automated labelling came to no label of. */
@ApplicationScoped
class ContestedProofs {
  private static final int AT_ONCE = 100;

  /** One label hangs on it, and no reward yet. */
  private static final double EFFECT = 1;

  private final Labellings labellings;
  private final Reviews reviews;

  ContestedProofs(Labellings labellings, Reviews reviews) {
    this.labellings = labellings;
    this.reviews = reviews;
  }

  /** Killed between the two acts, the first one is done again and changes nothing. */
  @Scheduled(every = "${whetstone.review.draw-every:PT30S}", concurrentExecution = SKIP)
  void propose() {
    for (Contested proof : labellings.contested(AT_ONCE)) {
      reviews.propose(
          proposal(proof), Source.DISAGREEMENT, Value.undecided(proof.posterior(), EFFECT));
      labellings.proposed(proof.id());
    }
  }

  private static Proposal proposal(Contested proof) {
    return new Proposal(
        proof.review(),
        Split.TRAIN,
        proof.what().proof(),
        Optional.empty(),
        proof.what().generator(),
        proof.what().licence(),
        false);
  }
}

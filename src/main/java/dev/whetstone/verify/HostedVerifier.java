package dev.whetstone.verify;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.serve.Deadline;
import dev.whetstone.model.serve.Hosted;
import dev.whetstone.model.serve.ModelView;
import dev.whetstone.model.serve.Models;
import dev.whetstone.model.serve.Scored;
import dev.whetstone.model.serve.Unserved;
import dev.whetstone.verify.StepVerdict.Read;
import dev.whetstone.verify.StepVerdict.Unread;
import dev.whetstone.verify.StepVerdict.Why;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The step verifier that this server hosts, if it hosts one. */
@ApplicationScoped
class HostedVerifier implements LearnedVerifier {
  private static final Logger LOG = Logger.getLogger(HostedVerifier.class);

  private final Models models;

  HostedVerifier(Models models) {
    this.models = models;
  }

  @Override
  public CompletableFuture<StepVerdict> read(Derivation derivation, Duration patience) {
    return models
        .stepVerifier()
        .map(hosted -> read(hosted, derivation, patience))
        .orElseGet(() -> CompletableFuture.completedFuture(none(models.views())));
  }

  @Override
  public String name() {
    return models
        .stepVerifier()
        .map(hosted -> hosted.card().id())
        .orElseGet(LearnedVerifier.super::name);
  }

  static CompletableFuture<StepVerdict> read(
      Hosted hosted, Derivation derivation, Duration patience) {
    return hosted
        .submit(derivation, Deadline.in(patience))
        .handle((scored, failure) -> failure == null ? read(derivation, scored) : unread(failure));
  }

  private static StepVerdict read(Derivation derivation, Scored scored) {
    return Read.of(scored.model(), derivation, scored.reading());
  }

  private static StepVerdict unread(Throwable failure) {
    return switch (failure) {
      case Unscorable unscorable -> new Unread(Why.UNSCORABLE, unscorable.getMessage());
      case Unserved unserved -> new Unread(why(unserved), unserved.getMessage());
      default -> {
        LOG.error("a step verifier failed", failure);
        yield Unread.fault();
      }
    };
  }

  private static Why why(Unserved unserved) {
    return switch (unserved.reason()) {
      case FULL, CLOSED -> Why.BUSY;
      case LATE -> Why.DEADLINE;
    };
  }

  /** Nothing is loaded, and why. */
  static StepVerdict none(List<ModelView> views) {
    String refused =
        views.stream()
            .filter(view -> view.state() == ModelView.State.REFUSED)
            .map(HostedVerifier::told)
            .collect(Collectors.joining("; "));
    return new Unread(
        Why.NO_VERIFIER,
        "no step verifier is loaded: " + (refused.isEmpty() ? "there is none" : refused));
  }

  private static String told(ModelView view) {
    return view.name() + "@" + view.version() + " is refused, " + view.reason().orElse("");
  }
}

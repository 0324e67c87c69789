package dev.whetstone.training.promotion;

import dev.whetstone.model.serve.Precedence;
import dev.whetstone.model.serve.UnknownPrecedence;
import dev.whetstone.rollout.DatabaseFault;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The history decides which version this replica serves. */
@ApplicationScoped
class PromotedVersions implements Precedence {
  private final History history;
  private final PromotionSettings settings;

  PromotedVersions(AgroalDataSource database, PromotionSettings settings, Clock clock) {
    this.history = new History(database, clock);
    this.settings = settings;
  }

  @Override
  public List<String> of(String name) {
    try {
      return settings.enabled() ? history.precedence(name) : List.of();
    } catch (DatabaseFault e) {
      throw new UnknownPrecedence("which version of " + name + " is to serve is not known now", e);
    }
  }
}

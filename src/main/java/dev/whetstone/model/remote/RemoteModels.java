package dev.whetstone.model.remote;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jboss.logging.Logger;

/** The language models on other servers, one client for each, whatever their roles. */
@ApplicationScoped
public class RemoteModels {
  private static final Logger LOG = Logger.getLogger(RemoteModels.class);

  private final Map<ChatModel, ChatClient> clients = new HashMap<>();
  private final Map<Role, ChatClient> roles = new EnumMap<>(Role.class);

  /**
   * @throws IllegalArgumentException if a setting of {@code whetstone.generative} cannot be
   */
  RemoteModels(RemoteSettings settings, MeterRegistry registry, Clock clock) {
    for (Role role : Role.values())
      ChatModel.of(role, settings)
          .ifPresent(model -> roles.put(role, client(model, settings, clock)));
    clients.forEach((model, client) -> SpentMeters.register(registry, model, client));
  }

  private ChatClient client(ChatModel model, RemoteSettings settings, Clock clock) {
    return clients.computeIfAbsent(
        model, m -> new ChatClient(settings, m, clock, new SplittableRandom()));
  }

  /** Empty where no server is configured for it. */
  public Optional<ChatClient> of(Role role) {
    return Optional.ofNullable(roles.get(role));
  }

  void start(@Observes StartupEvent event) {
    clients.keySet().stream()
        .filter(ChatModel::exposesItsKey)
        .forEach(
            model ->
                LOG.warnf(
                    "the API key goes to %s over plain http: whoever is on the way can read it."
                        + " Name an https address in whetstone.generative.",
                    model.server().base().getHost()));
  }

  @PreDestroy
  void close() {
    clients.values().forEach(ChatClient::close);
  }
}

package dev.whetstone.api.security;

import dev.whetstone.access.ApiKey;
import dev.whetstone.access.KeyRing;
import dev.whetstone.access.Keys;
import dev.whetstone.access.NewKey;
import dev.whetstone.access.Scope;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Bodies;
import dev.whetstone.api.Require;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The keys of all tenants, for administrators. */
@Path("/api/v1/keys")
@Tag(name = "security")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class KeysApi {
  private static final Duration LONGEST_GRACE = Duration.ofDays(30);

  private final AgroalDataSource database;
  private final Clock clock;
  private final KeyRing ring;
  private final Caller caller;

  KeysApi(AgroalDataSource database, Clock clock, KeyRing ring, Caller caller) {
    this.database = database;
    this.clock = clock;
    this.ring = ring;
    this.caller = caller;
  }

  /**
   * @param scopes trainer, reviewer, evaluator, monitor, admin
   * @param tenant whose rows it sees; default where it is left out
   * @param run the only run it sees; its only scope is then trainer
   * @param expiresIn how long it is good, such as P90D; for ever where it is left out
   * @param perMinute requests
   * @param perDay candidates
   */
  public record WantedKey(
      String name,
      List<String> scopes,
      String tenant,
      String run,
      String expiresIn,
      Integer perMinute,
      Long perDay) {}

  /**
   * @param grace how long the secret before is still good, up to P30D; not at all where it is left
   *     out
   */
  public record Rotation(String grace) {}

  /** A key; its limits are null where the server's settings hold. */
  public record KeyView(
      UUID id,
      String tenant,
      String name,
      List<String> scopes,
      UUID run,
      Integer perMinute,
      Long perDay,
      Instant createdAt,
      Instant expiresAt,
      Instant revokedAt,
      Instant usedAt) {
    static KeyView of(ApiKey key) {
      return new KeyView(
          key.id(),
          key.tenant(),
          key.name(),
          key.scopes().stream().map(Scope::word).sorted().toList(),
          key.run().orElse(null),
          key.perMinute().orElse(null),
          key.perDay().orElse(null),
          key.createdAt(),
          key.expiresAt().orElse(null),
          key.revokedAt().orElse(null),
          key.usedAt().orElse(null));
    }
  }

  /** A key with its secret, which is told this once. */
  public record ToldKey(KeyView key, String secret) {
    static ToldKey of(Keys.Told told) {
      return new ToldKey(KeyView.of(told.key()), told.secret().text());
    }
  }

  /** All keys, newest first. */
  public record KeyList(List<KeyView> keys) {}

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Create a key; its secret is told this once")
  public ToldKey create(WantedKey wanted) {
    return ToldKey.of(known(keys().create(read(Bodies.required(wanted)))));
  }

  @GET
  @Operation(summary = "List the keys of all tenants, newest first")
  public KeyList list() {
    return new KeyList(keys().list().stream().map(KeyView::of).toList());
  }

  @POST
  @Path("/{key}/revoke")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Revoke a key: this server refuses it at once, every other within seconds")
  public KeyView revoke(@RestPath String key) {
    return KeyView.of(known(found(keys().revoke(Require.id("key", key)))));
  }

  @POST
  @Path("/{key}/rotate")
  @Operation(summary = "Give a key another secret; the one before is good for the grace asked for")
  public ToldKey rotate(@RestPath String key, Rotation rotation) {
    Duration grace =
        rotation == null || rotation.grace() == null
            ? Duration.ZERO
            : time("grace", rotation.grace());
    if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0)
      throw new BadField("grace", "grace is not usable", "give PT0S to P30D");
    return ToldKey.of(known(found(keys().rotate(Require.id("key", key), grace))));
  }

  private Keys keys() {
    return new Keys(database, clock, caller.actor());
  }

  private <T> T known(T done) {
    ring.read();
    return done;
  }

  private static <T> T found(Optional<T> key) {
    return key.orElseThrow(NotFoundException::new);
  }

  private static NewKey read(WantedKey body) {
    try {
      return new NewKey(
          body.tenant() == null ? NewKey.TENANT : Require.text("tenant", body.tenant(), 64),
          Require.text("name", body.name(), 200),
          scopes(body.scopes()),
          optional(body.run(), run -> Require.id("run", run)),
          Optional.ofNullable(body.perMinute()),
          Optional.ofNullable(body.perDay()),
          optional(body.expiresIn(), time -> time("expires_in", time)));
    } catch (IllegalArgumentException e) {
      throw new BadField("key", e.getMessage(), "see /q/swagger-ui for what a key takes");
    }
  }

  private static Set<Scope> scopes(List<String> words) {
    if (words == null || words.isEmpty() || words.size() > Scope.values().length)
      throw new BadField("scopes", "scopes is missing", "give some of " + Scope.words());
    return words.stream().map(KeysApi::scope).collect(Collectors.toSet());
  }

  private static Scope scope(String word) {
    try {
      return Scope.of(word == null ? "" : word);
    } catch (IllegalArgumentException e) {
      throw new BadField("scopes", "there is no such scope", "give some of " + Scope.words());
    }
  }

  private static <T> Optional<T> optional(String text, Function<String, T> read) {
    return Optional.ofNullable(text).map(read);
  }

  private static Duration time(String field, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadField(field, field + " is no time", "give it as ISO 8601 has it, such as P90D");
    }
  }
}

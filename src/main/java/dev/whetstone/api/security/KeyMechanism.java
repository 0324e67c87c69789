package dev.whetstone.api.security;

import dev.whetstone.access.Access;
import dev.whetstone.access.ApiKey;
import dev.whetstone.access.KeyRing;
import dev.whetstone.access.Scope;
import dev.whetstone.access.Secret;
import dev.whetstone.api.ErrorForms;
import dev.whetstone.api.Problem;
import dev.whetstone.rollout.Viewer;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.stream.Collectors;

/** A key in {@code Authorization: Bearer}, in {@code X-Api-Key}, or in front of the path. */
@ApplicationScoped
final class KeyMechanism implements HttpAuthenticationMechanism {
  /** The attribute of an identity that holds its key. */
  static final String KEY = "whetstone.key";

  private static final String HEADER = "X-Api-Key";
  private static final String BEARER = "Bearer ";
  private static final String CHALLENGE = "Bearer realm=\"whetstone\"";

  private final Access access;
  private final KeyRing keys;
  private final ErrorForms forms;

  KeyMechanism(Access access, KeyRing keys, ErrorForms forms) {
    this.access = access;
    this.keys = keys;
    this.forms = forms;
  }

  /** Where no key is asked, one that is shown all the same is not looked at. */
  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    Optional<Secret> shown = access.isKeyed() ? shown(context) : Optional.empty();
    if (shown.isEmpty()) return Uni.createFrom().nullItem();
    return keys.find(shown.get())
        .map(key -> Uni.createFrom().item(identity(key)))
        .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
  }

  private static Optional<Secret> shown(RoutingContext context) {
    String header = context.request().getHeader(HEADER);
    if (header != null) return Optional.of(new Secret(header.strip()));
    String bearer = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (bearer != null && bearer.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      String text = bearer.substring(BEARER.length()).strip();
      if (Secret.isLike(text)) return Optional.of(new Secret(text));
    }
    return KeyPaths.shown(context);
  }

  private static SecurityIdentity identity(ApiKey key) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(key.name()))
        .addRoles(key.scopes().stream().map(Scope::word).collect(Collectors.toSet()))
        .addAttribute(KEY, key)
        .addAttribute(
            Viewer.ATTRIBUTE,
            new Viewer(Optional.of(key.tenant()), key.run(), Optional.of(key.id())))
        .build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, CHALLENGE));
  }

  /** In the words of the protocol that the path belongs to. */
  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    context.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    forms.refuse(context, noKey());
    return Uni.createFrom().item(true);
  }

  private static Problem noKey() {
    return Problem.of(
        "unauthenticated",
        "No good key",
        401,
        "this server asks for a key, and none was sent that is good now",
        null,
        "send one as Authorization: Bearer wsk_..., as X-Api-Key, or in the path: /key/wsk_.../...");
  }
}

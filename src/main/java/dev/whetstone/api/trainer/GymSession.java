package dev.whetstone.api.trainer;

import dev.whetstone.api.BadField;
import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Said;
import dev.whetstone.task.Hash;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One rollout of NeMo Gym's, as its cookie names it. The turn is told anew with each reply, so that
 * a client that sends the same request again also sends the same turn.
 *
 * @param id of the episode, or of nothing but the rollout
 * @param turn messages that were taken when the last reply was told; {@link #NO_EPISODE} where
 *     nothing is kept
 */
record GymSession(UUID id, int turn) {
  static final String COOKIE = "whetstone_session";
  static final int NO_EPISODE = -1;

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\\.(\\d{1,9}))?");

  static GymSession ofNothing() {
    return new GymSession(UUID.randomUUID(), NO_EPISODE);
  }

  static GymSession of(Episode episode) {
    return new GymSession(episode.id(), 0);
  }

  static Optional<GymSession> of(RoutingContext request) {
    Cookie cookie = request.request().getCookie(COOKIE);
    Matcher form = FORM.matcher(cookie == null ? "" : cookie.getValue());
    if (!form.matches()) return Optional.empty();
    int turn = form.group(2) == null ? NO_EPISODE : Integer.parseInt(form.group(2));
    return Optional.of(new GymSession(UUID.fromString(form.group(1)), turn));
  }

  /**
   * @throws BadField if nothing is kept for this rollout
   */
  static GymSession required(RoutingContext request) {
    return of(request)
        .filter(GymSession::isEpisode)
        .orElseThrow(
            () ->
                new BadField(
                    "session",
                    "there is no session",
                    "send the cookie of /seed_session, whose row names a task with tools"));
  }

  boolean isEpisode() {
    return turn != NO_EPISODE;
  }

  /** What a call under this cookie is known by: made again, it is the same call. */
  String key(String what) {
    return "turn " + turn + " " + Hash.ofText(what).hex();
  }

  GymSession after(Said said) {
    return new GymSession(id, said.messages());
  }

  /** Every reply tells it: clients pass on the last reply's cookies alone. */
  void tell(RoutingContext request) {
    String value = isEpisode() ? id + "." + turn : id.toString();
    request.response().removeCookie(COOKIE, false);
    request
        .response()
        .addCookie(
            Cookie.cookie(COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX));
  }
}

package dev.whetstone.training.promotion.page;

import dev.whetstone.benchmark.report.page.Document;
import dev.whetstone.benchmark.report.page.Markup;
import dev.whetstone.training.promotion.Event;
import dev.whetstone.training.promotion.State;
import dev.whetstone.training.promotion.Version;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The histories of verifiers as one HTML page, with a picture of each decision of the gate. */
public final class VersionsPage {
  private static final int SHOWN = 50;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder body = new StringBuilder();

  private VersionsPage() {}

  /**
   * The whole document.
   *
   * @param verifiers the versions of each, the first first; the latest of them are shown
   */
  public static String of(Map<String, List<Version>> verifiers) {
    VersionsPage page = new VersionsPage();
    page.body.append("<header><h1>Versions of verifiers</h1>\n");
    page.body.append("<p>Why each is or was served, or not. Times are UTC.</p></header>\n");
    if (verifiers.isEmpty()) page.body.append("<p class=\"note\">None was seen yet.</p>\n");
    verifiers.forEach(page::verifier);
    return Document.of("Versions of verifiers", page.body.toString());
  }

  private void verifier(String verifier, List<Version> versions) {
    List<Version> latest =
        versions.subList(Math.max(0, versions.size() - SHOWN), versions.size()).reversed();
    body.append("<h2>").append(Markup.escape(verifier)).append("</h2>\n");
    if (latest.size() < versions.size())
      body.append("<p class=\"note\">The latest %d of %d.</p>\n".formatted(SHOWN, versions.size()));
    body.append(
        """
        <div class="wide"><table><tr><th>version</th><th class="text">when</th>\
        <th class="text">became</th><th class="text">by</th><th class="text">why</th>\
        <th>measured by</th></tr>
        """);
    for (Version version : latest) rows(version);
    body.append("</table></div>\n<h3>What the gate saw</h3>\n<div class=\"pair\">\n");
    for (Version version : latest) for (Event event : version.events()) picture(version, event);
    body.append(
        """
        </div>
        <p class="note">The share of what is decided rightly, less that of the version that served,\
         with its 95 % interval: it must lie above the dashed bound.</p>
        """);
  }

  private void rows(Version version) {
    String name = "<b>%s</b>%s".formatted(Markup.escape(version.version()), served(version));
    for (Event event : version.events()) {
      body.append(
          """
          <tr%s><td>%s</td><td class="text">%s</td><td class="text">%s</td><td class="text">%s</td>\
          <td class="text why">%s</td><td>%s</td></tr>
          """
              .formatted(
                  name.isEmpty() ? "" : " class=\"set\"",
                  name,
                  time(event.at()),
                  word(event.state()),
                  Markup.escape(event.decidedBy()),
                  Markup.escape(event.reason()),
                  reports(event.reports())));
      name = "";
    }
  }

  private static String served(Version version) {
    String times =
        Served.of(version).stream()
            .map(
                one ->
                    time(one.from()) + one.to().map(to -> " to " + time(to)).orElse(", serves now"))
            .collect(Collectors.joining("<br>"));
    return times.isEmpty() ? "" : "<br><span class=\"interval\">served " + times + "</span>";
  }

  private static String reports(List<UUID> reports) {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < reports.size(); i++)
      links.append("<a href=\"/api/v1/reports/%s.html\">%d</a> ".formatted(reports.get(i), i + 1));
    return links.toString();
  }

  private void picture(Version version, Event event) {
    if (event.decision().filter(d -> !d.criteria().isEmpty()).isEmpty()) return;
    var decision = event.decision().get();
    body.append(
        """
        <div class="panel"><h3>%s beside %s: %s</h3>
        %s</div>
        """
            .formatted(
                Markup.escape(version.version()),
                Markup.escape(decision.incumbent()),
                decision.promoted() ? "promoted" : "kept",
                new DecisionPicture(version.version(), decision).svg()));
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

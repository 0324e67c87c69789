package dev.whetstone.cli.labels;

import dev.whetstone.benchmark.label.ImportReport;
import dev.whetstone.benchmark.label.ImportReport.Refusals;
import dev.whetstone.benchmark.label.Refusal;
import dev.whetstone.benchmark.label.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What became of a file, in words. */
final class ImportWords {
  private static final int LONGEST_DETAIL = 160;

  private ImportWords() {}

  static List<String> of(ImportReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %,d imported, %,d already there, %,d refused"
            .formatted(report.set(), report.added(), report.there(), report.refused()));
    if (report.added() == 0 && report.importedBefore().isPresent())
      lines.add("  nothing new: the same file was imported at " + report.importedBefore().get());
    new TreeMap<>(report.refusals()).forEach((reason, some) -> lines.addAll(of(reason, some)));
    return lines;
  }

  private static List<String> of(Reason reason, Refusals refusals) {
    List<String> lines = new ArrayList<>();
    lines.add("  refused %,d: %s".formatted(refusals.count(), reason.words()));
    for (Refusal example : refusals.examples())
      lines.add("    line %d: %s".formatted(example.line(), shortened(example.detail())));
    return lines;
  }

  private static String shortened(String detail) {
    String line = detail.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + " ...";
  }

  static String sum(List<ImportReport> reports, double seconds) {
    return "%,d imported, %,d already there, %,d refused, from %d files in %.1f s"
        .formatted(
            reports.stream().mapToLong(ImportReport::added).sum(),
            reports.stream().mapToLong(ImportReport::there).sum(),
            reports.stream().mapToLong(ImportReport::refused).sum(),
            reports.size(),
            seconds);
  }
}

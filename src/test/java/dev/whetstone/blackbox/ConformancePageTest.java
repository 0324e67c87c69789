package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page tells what each client was seen to experience, and nothing else. */
class ConformancePageTest {
  private static final Path PAGE = Path.of("src/site/markdown/trainers.md");

  @Test
  void everyRecordedClientStandsThere() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    List<String> rows = ConformanceGolden.all().map(ConformanceTable::experience).toList();
    assertTrue(rows.size() > 10, rows::toString);
    for (String row : rows) assertTrue(page.contains(row), "not on the page: " + row);
    long told = page.stream().filter(ConformancePageTest::isExperience).count();
    assertTrue(told == rows.size(), told + " rows on the page, " + rows.size() + " recorded");
  }

  private static boolean isExperience(String line) {
    long cells = line.chars().filter(c -> c == '|').count();
    return line.contains("×") && cells == 2 + ConformanceTable.faults().count();
  }
}

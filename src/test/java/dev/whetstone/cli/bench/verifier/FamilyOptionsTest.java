package dev.whetstone.cli.bench.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.task.family.Families;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FamilyOptionsTest {
  @Test
  void withoutNamesAllFamiliesAreMeant() throws IOException {
    List<Labelled> items = options("--families", "--examples", "2").items();
    assertEquals(2 * Families.answered().size(), items.size());
  }

  @Test
  void familiesAreNamedWithCommas() throws IOException {
    List<Labelled> items = options("--families", "gcd,chain_sum", "--examples=3").items();
    assertEquals(
        Set.of("family/gcd", "family/chain_sum"),
        items.stream().map(Labelled::set).collect(Collectors.toSet()));
    assertEquals(6, items.size());
  }

  @Test
  void noneAreWishedUntilTheyAre() throws IOException {
    assertFalse(options().areWished());
    assertEquals(List.of(), options().items());
    assertTrue(options("--families").areWished());
  }

  @Test
  void anotherSeedGivesOthers() throws IOException {
    assertNotEquals(
        options("--families=gcd", "--seed=1").items(),
        options("--families=gcd", "--seed=2").items());
  }

  @Test
  void anUnknownFamilyIsRefusedWithThoseThatThereAre() {
    FamilyOptions options = options("--families=gdc");
    String said = assertThrows(IOException.class, options::items).getMessage();
    assertTrue(said.startsWith("no family gdc; there are all, chain_sum, "), said);
  }

  @Test
  void theNumberOfExamplesHasBothItsEdges() {
    assertFalse(options("--examples=1").fit());
    assertTrue(options("--examples=2").fit());
    assertTrue(options("--examples=" + FamilyOptions.MOST).fit());
    assertFalse(options("--examples=" + (FamilyOptions.MOST + 1)).fit());
  }

  private static FamilyOptions options(String... args) {
    return CommandLine.populateCommand(new FamilyOptions(), args);
  }
}

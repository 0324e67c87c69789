package dev.whetstone.curriculum.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.curriculum.Learning;
import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedCurriculaTest {
  private static Curriculum read(String file) throws IOException {
    return CurriculumFile.read(Path.of("curricula", file), Families.all());
  }

  /** The default asks what is answered at once; a trainer that plays in turns asks for games. */
  @Test
  void everyFamilyStandsOverItsFullRangeInOneOfTheTwo() throws IOException {
    assertHasAll(Families.answered(), "default.yaml");
    assertHasAll(Families.games(), "games.yaml");
    assertEquals(
        Families.all(),
        Stream.of(Families.answered(), Families.games()).flatMap(List::stream).toList());
  }

  private static void assertHasAll(List<TaskFamily> families, String file) throws IOException {
    assertEquals(
        families.stream().map(f -> FamilyRange.full(f.name(), f.controls())).toList(),
        read(file).families());
  }

  /** Its comments say that they are the defaults. */
  @Test
  void theTeachingOneShowsTheDefaults() throws IOException {
    Curriculum arithmetic = read("arithmetic.yaml");
    assertEquals(LearnabilityScheduler.DEFAULT, arithmetic.scheduler());
    assertEquals(Learning.DEFAULT, arithmetic.learning());
    assertEquals(3, arithmetic.families().size());
  }
}

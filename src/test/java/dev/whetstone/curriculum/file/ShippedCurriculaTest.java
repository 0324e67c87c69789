package dev.whetstone.curriculum.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.curriculum.Learning;
import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedCurriculaTest {
  private static Curriculum read(String file) throws IOException {
    return CurriculumFile.read(Path.of("curricula", file), Families.all());
  }

  @Test
  void theDefaultHasEveryFamilyOverItsFullRange() throws IOException {
    List<String> listed =
        read("default.yaml").families().stream().map(FamilyRange::name).sorted().toList();
    assertEquals(Families.all().stream().map(TaskFamily::name).sorted().toList(), listed);
    for (TaskFamily family : Families.all())
      assertTrue(
          read("default.yaml")
              .families()
              .contains(FamilyRange.full(family.name(), family.controls())));
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

package dev.whetstone.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.file.CurriculumFile;
import dev.whetstone.task.Levels;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCurriculaTest {
  @Test
  void everyFileThatIsWrittenCanBeRead(@TempDir Path folder) throws IOException {
    List<TaskFamily> all = Families.answered();
    TaskFamily slow = all.getLast();
    Levels highest = Levels.highest(slow.controls());

    BenchCurricula.write(folder, all, all.getFirst(), new Corners.Corner(slow, highest, 1));

    assertEquals(all.size(), read(folder, BenchCurricula.MIXED).families().size());
    assertEquals(1, read(folder, BenchCurricula.CHEAP).families().size());
    read(folder, BenchCurricula.SLOW)
        .families()
        .getFirst()
        .controls()
        .forEach(range -> assertEquals(range.control().top(), range.lowest()));
  }

  private static Curriculum read(Path folder, String name) throws IOException {
    return CurriculumFile.read(folder.resolve(name + ".yaml"), Families.answered());
  }
}

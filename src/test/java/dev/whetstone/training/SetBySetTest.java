package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.benchmark.Items;
import dev.whetstone.benchmark.baseline.RandomScores;
import dev.whetstone.benchmark.label.Labelled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetBySetTest {
  @Test
  void eachSetIsToldOfOnceAndJudgedAsItWouldBe() {
    List<Labelled> items = new ArrayList<>();
    for (int i = 0; i < 7; i++) items.add(Items.solution("first", "p" + i, 3, i % 3));
    for (int i = 0; i < 5; i++) items.add(Items.solution("second", "q" + i, 2, Items.NONE));
    List<String> told = new ArrayList<>();
    int[] done = {0};

    var said = new SetBySet(new RandomScores(), told::add).judge(items, n -> done[0] += n);

    assertEquals(new RandomScores().judge(items, n -> {}), said);
    assertEquals(List.of("  7 solutions of first ...", "  5 solutions of second ..."), told);
    assertEquals(12, done[0]);
  }
}

package dev.whetstone.model.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.remote.Outcome.Answered;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private static Answered answer(String text) {
    return new Answered(text, Optional.empty(), "stop", Optional.empty(), false);
  }

  @Test
  void theAnswersUsedLastAreKept() {
    AnswerCache cache = new AnswerCache(2, 100);
    cache.keep("a", answer("a"));
    cache.keep("b", answer("b"));
    assertTrue(cache.find("a").isPresent());
    cache.keep("c", answer("c"));
    assertTrue(cache.find("a").isPresent());
    assertTrue(cache.find("b").isEmpty());
  }

  @Test
  void charactersAreBoundedToo() {
    AnswerCache cache = new AnswerCache(100, 10);
    for (int i = 0; i < 50; i++) {
      cache.keep("k" + i % 7, answer("x".repeat(i % 12)));
      assertTrue(cache.size() <= 11);
    }
    cache.keep("whole", answer("x".repeat(10)));
    assertEquals(1, cache.size());
    cache.keep("more", answer("x".repeat(11)));
    assertTrue(cache.find("more").isEmpty());
    assertTrue(cache.find("whole").isPresent());
  }

  @Test
  void nothingIsKeptWhereNothingMayBe() {
    AnswerCache cache = new AnswerCache(0, 10);
    cache.keep("a", answer("a"));
    assertEquals(0, cache.size());
  }
}

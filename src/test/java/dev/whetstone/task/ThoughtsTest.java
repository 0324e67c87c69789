package dev.whetstone.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThoughtsTest {
  private static final List<String> PIECES =
      List.of("<think>", "</think>", "go(1)", "go(2)", "hm", "\n", "\n", "<", "think>");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a                                 | a
          <think>a</think>b                 | b
          a<think>b</think>c                | a c
          a</think>b                        | b
          a<think>b                         | a
          a<think>b</think>c<think>d        | a c
          <think>a<think>b</think>c         | c
          <think>a</think>b</think>c        | c
          <think>a                          |
          a</think>                         |
          """)
  void aThoughtBeginsWithTheTextOrItsTagAndEndsAtItsTagOrWithTheText(String text, String said) {
    String found = Thoughts.without(text).replaceAll("\\s+", " ").strip();
    assertEquals(said == null ? "" : said, found);
  }

  @Test
  void aCallIsNotPutTogetherAroundAThought() {
    assertEquals(List.of(), Call.of("go(<think>x</think>1)"));
    assertEquals(1, Call.of("<think>go(1)</think>go(2)").size());
  }

  /** What is judged as one text is what was played in turns. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void joinedMessagesHaveTheCallsOfEach(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 3_000; i++) {
      List<String> messages = new ArrayList<>();
      for (int left = random.nextInt(1, 5); left > 0; left--) messages.add(text(random));
      List<Call> played = messages.stream().flatMap(text -> Call.of(text).stream()).toList();
      assertEquals(played, Call.of(Thoughts.join(messages)), messages::toString);
    }
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(0, 9); left > 0; left--)
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<think>", "</think>", "<think></think>", "</think><think>", "<", "a"})
  void hostileRepetitionIsReadInNoTime(String piece) {
    String hostile = piece.repeat((1 << 22) / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Thoughts.without(hostile));
    assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> Thoughts.join(List.of(hostile, hostile)));
  }
}

package dev.whetstone.task.family;

import static dev.whetstone.task.Grade.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Call;
import dev.whetstone.task.Game;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.Tool;
import dev.whetstone.task.Turn;
import dev.whetstone.task.gate.Admission;
import dev.whetstone.task.gate.Criterion;
import dev.whetstone.task.gate.Failure;
import dev.whetstone.task.gate.Gate;
import dev.whetstone.task.gate.Sketch;
import dev.whetstone.task.solver.Players;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every family is held to whose tasks are played in turns. */
abstract class GameContract extends MakerContract {
  private static final int TRANSCRIPT = 65_536;

  /** An argument that a player may think of; by default any word of the question. */
  String argument(Task task, SplittableRandom random) {
    String[] words = task.question().split("[^a-z0-9-]+", -1);
    return words[random.nextInt(words.length)];
  }

  final Call anyCall(Task task, SplittableRandom random) {
    List<Tool> tools = game(task).tools();
    Tool tool = tools.get(random.nextInt(tools.size()));
    return new Call(
        tool.name(), tool.parameters().stream().map(p -> argument(task, random)).toList());
  }

  static Game game(Task task) {
    return task.game().orElseThrow();
  }

  static Turn after(Task task, List<String> messages) {
    return game(task).after(messages);
  }

  static double economy(Task task, String transcript) {
    return task.check().economy(transcript).orElse(task.check().grade(transcript) == RIGHT ? 1 : 0);
  }

  private static List<String> lines(String transcript) {
    return transcript.lines().toList();
  }

  /** Calls that a player without any plan makes, with thoughts between them. */
  private List<String> rambling(Task task, SplittableRandom random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> random.nextInt(4) == 0 ? "Let me think." : anyCall(task, random).toString())
        .toList();
  }

  @Test
  void goodPlayIsRightWithEconomyOneInOneMessageOrMany() {
    for (int i = 0; i < 250; i++) {
      Task task = task(anyLevels(i), "gold", i);
      String answer = task.answer();
      String prose = "I plan ahead.\n" + answer.replace("\n", "\n\nSo far so good: 7.\n  ");
      for (String text : List.of(answer, "\n" + answer + " \n\nDone.", prose)) {
        assertEquals(RIGHT, task.check().grade(text), task::question);
        assertEquals(1, economy(task, text), task::question);
      }
      List<String> played = lines(answer);
      for (int k = 1; k < played.size(); k++)
        assertFalse(after(task, played.subList(0, k)).over(), task::question);
    }
  }

  @Test
  void aSecondPlayerWinsEveryGameAndTheGateSeesIt() {
    for (int i = 0; i < 250; i++) {
      Task task = task(anyLevels(i), "player", i);
      String played =
          Players.transcript(Players.of(family().name()).orElseThrow(), task.question(), game(task))
              .orElseThrow();
      assertEquals(RIGHT, task.check().grade(played), () -> task.question() + "\n" + played);
      assertTrue(economy(task, played) > 0 && economy(task, played) <= 1);
      assertEquals(List.of(), Gate.judge(family(), task).failures());
      assertFalse(task.certificate().isBlank());
    }
  }

  /** The check and the turns see one and the same game, wherever the messages are cut. */
  @Test
  void turnsAgreeWithTheTranscriptAndDependOnNothingThatComesLater() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100; i++) {
      Task task = task(anyLevels(i), "turns", i);
      List<String> messages = new ArrayList<>(rambling(task, random, 8));
      messages.addAll(random.nextInt(2) == 0 ? lines(task.answer()) : List.of(task.answer()));
      messages.addAll(rambling(task, random, 3));
      Grade whole = task.check().grade(String.join("\n", messages));
      boolean over = false;
      for (int k = 1; k <= messages.size(); k++) {
        Turn turn = after(task, messages.subList(0, k));
        assertEquals(turn, after(task, List.copyOf(messages.subList(0, k))));
        assertTrue(turn.over() || !over, "over is over");
        if (over) assertEquals("It is over.", turn.said());
        if (turn.over())
          assertEquals(whole, task.check().grade(String.join("\n", messages.subList(0, k))));
        over = turn.over();
      }
    }
  }

  @Test
  void aPlayerWithoutAPlanRarelyWins() {
    for (Levels levels : corners()) {
      SplittableRandom random = new SplittableRandom(7);
      List<Task> tasks = tasks(levels, 200);
      double won =
          tasks.stream()
                  .filter(t -> t.check().grade(joined(rambling(t, random, 400))) == RIGHT)
                  .count()
              / 200.0;
      double chance = family().chance();
      double bound = chance + 3.5 * Math.sqrt(chance * (1 - chance) / tasks.size());
      assertTrue(won <= bound, () -> won + " at " + levels.key());
    }
  }

  private static String joined(List<String> messages) {
    return String.join("\n", messages);
  }

  @Test
  void freshGamesAreNewAndTheirTwinsAreNot() {
    List<Sketch> earlier = new ArrayList<>();
    int refused = 0;
    for (Task task : tasks(corners().get(1), 40)) {
      Sketch sketch = Gate.sketch(family(), task);
      Admission alone = Gate.judge(family(), task);
      if (!alone.against(sketch, earlier).isAdmitted()) refused++;
      earlier.add(sketch);
      assertFalse(alone.against(sketch, earlier).isAdmitted());
    }
    assertTrue(refused <= 2, refused + " of 40 fresh tasks refused");
  }

  /** What the gate says of a task that its text wins, or its own play does not. */
  @Test
  void aGameThatIsNotProvedByPlayIsRefused() {
    Task task = tasks(corners().getFirst(), 1).getFirst();
    assertEquals(List.of(Criterion.SOLVABLE), failed(with(task, "conclude(x)", task.question())));
    assertEquals(
        List.of(Criterion.SEALED),
        failed(with(task, task.answer(), task.question() + "\n" + task.answer())));
    assertEquals(List.of(Criterion.CONFIRMED), failed(with(task, task.answer(), "Play!")));
  }

  private List<Criterion> failed(Task task) {
    return Gate.judge(family(), task).failures().stream().map(Failure::criterion).toList();
  }

  private static Task with(Task task, String answer, String question) {
    return new Task(question, answer, task.check(), "none", 1, Optional.empty(), task.game());
  }

  @Test
  void whoDoesNothingWinsNothing() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 25))
        for (String text : List.of("", " \n", "I do not know.", task.question(), "go", "()")) {
          assertEquals(Grade.UNREADABLE, task.check().grade(text));
          assertEquals(0, economy(task, text));
          Turn turn = after(task, List.of(text));
          assertTrue(!turn.over() && turn.said().startsWith("No call was read."), turn.said());
        }
  }

  /** What the replies say is no call, so that who repeats them does nothing. */
  @Test
  void repliesAreNoCalls() {
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 50; i++) {
      Task task = task(anyLevels(i), "echo", i);
      List<String> messages = List.of(joined(rambling(task, random, 10)));
      assertEquals(List.of(), Call.of(after(task, messages).said()));
      assertEquals(List.of(), Call.of(task.question()));
    }
  }

  @Test
  void noTextIsFatal() {
    SplittableRandom random = new SplittableRandom(11);
    for (Levels levels : corners())
      for (Task task : tasks(levels, 5)) {
        List<String> hostile = new ArrayList<>(Exploits.attacks(task.answer()));
        for (Tool tool : game(task).tools())
          for (String inner : List.of("", ",", "''", "\"", "(((", "-1", "9".repeat(300), "\ud800"))
            hostile.add(tool.name() + "(" + inner + ")");
        for (int i = 0; i < 100; i++) hostile.add(garbled(task.answer(), random));
        for (String text : hostile) {
          Turn turn = after(task, List.of(text, text));
          assertFalse(turn.said().isBlank());
          if (task.check().grade(text) == RIGHT) assertTrue(economy(task, text) > 0);
          else assertEquals(0, economy(task, text));
        }
      }
  }

  static String garbled(String text, SplittableRandom random) {
    StringBuilder garbled = new StringBuilder(text);
    for (int i = 0; i < 4; i++) {
      int at = random.nextInt(garbled.length());
      if (random.nextBoolean()) garbled.deleteCharAt(at).append(' ');
      else garbled.insert(at, "(),'\"\n\\x9".charAt(random.nextInt(9)));
    }
    return garbled.toString();
  }

  @Test
  void aGarbledQuestionIsNoGameOfThePlayers() {
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < 60; i++) {
      Task task = task(anyLevels(i), "garbled", i);
      Players.transcript(
              Players.of(family().name()).orElseThrow(),
              garbled(task.question(), random),
              game(task))
          .ifPresent(text -> task.check().grade(text));
      assertTrue(
          Players.transcript(Players.of(family().name()).orElseThrow(), "Play!", game(task))
              .isEmpty());
    }
  }

  /** A transcript as long as any may be, sent a line at a time at the end of it. */
  @Test
  void theLongestTranscriptsAreReplayedInMilliseconds() {
    SplittableRandom random = new SplittableRandom(15);
    Task task = tasks(Levels.highest(family().controls()), 1).getFirst();
    String calls =
        IntStream.range(0, 10_000)
            .mapToObj(i -> anyCall(task, random).toString())
            .collect(Collectors.joining("\n"))
            .substring(0, TRANSCRIPT);
    List<String> messages = lines(calls);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 100; i++) {
            assertNotEquals(Grade.UNREADABLE, task.check().grade(calls));
            assertTrue(after(task, messages).over());
          }
        });
  }
}

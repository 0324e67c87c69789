package dev.whetstone.task.family;

import dev.whetstone.task.Call;
import dev.whetstone.task.Tool;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One replay of a game. */
final class Play {
  private final Replay game;
  private final GameState state;
  private int calls;

  Play(Replay game) {
    this.game = game;
    this.state = game.start().get();
  }

  /** What is said to a message: a line or more for each of its calls. */
  String hear(String message) {
    if (isOver()) return "It is over.";
    List<Call> said = Call.of(message);
    if (said.isEmpty()) return "No call was read. Write each alone on its line: " + forms() + ".";
    String told =
        said.stream()
            .map(this::act)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return isOver() ? told + "\nIt is over." : told;
  }

  /** What came of a call; nothing once it is over. */
  String act(Call call) {
    if (isOver()) return "";
    calls++;
    return call.tool() + ": " + complaint(call).orElseGet(() -> state.act(call));
  }

  private Optional<String> complaint(Call call) {
    Optional<Tool> tool =
        game.tools().stream().filter(t -> t.name().equals(call.tool())).findFirst();
    if (tool.isEmpty()) return Optional.of("there is no such tool; there are " + forms() + ".");
    return tool.get().parameters().size() == call.arguments().size()
        ? Optional.empty()
        : Optional.of("it is called as " + form(tool.get()) + ".");
  }

  private String forms() {
    return game.tools().stream().map(Play::form).collect(Collectors.joining(", "));
  }

  static String form(Tool tool) {
    return tool.parameters().stream()
        .map(Tool.Parameter::name)
        .collect(Collectors.joining(", ", tool.name() + "(", ")"));
  }

  int calls() {
    return calls;
  }

  boolean isOver() {
    return calls >= game.limit() || state.isOver();
  }

  boolean isWon() {
    return state.isWon();
  }
}

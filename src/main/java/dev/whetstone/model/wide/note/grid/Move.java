package dev.whetstone.model.wide.note.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A move to a cell beside. */
enum Move {
  UP(-1, 0),
  DOWN(1, 0),
  LEFT(0, -1),
  RIGHT(0, 1);

  private final int down;
  private final int right;

  Move(int down, int right) {
    this.down = down;
    this.right = right;
  }

  int down() {
    return down;
  }

  int right() {
    return right;
  }

  /** All of these words; none where one is no move. */
  static List<Move> all(List<String> words) {
    List<Move> moves = new ArrayList<>();
    for (String word : words) {
      for (Move move : values())
        if (move.name().toLowerCase(Locale.ROOT).equals(word)) moves.add(move);
    }
    return moves.size() == words.size() ? moves : List.of();
  }
}

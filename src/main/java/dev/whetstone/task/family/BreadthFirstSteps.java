package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A shortest path found layer by layer, then traced back.
 *
 * @param length of the shortest paths
 */
record BreadthFirstSteps(Grid grid, int length) implements Worked {
  @Override
  public Draft write(Slip slip) {
    List<String> steps = new ArrayList<>();
    BreadthFirstLayers layers = new BreadthFirstLayers(grid);
    for (int i = 0; !layers.isDone(); i++) {
      layers.advance();
      for (Flaw flaw : layers.flaws()) if (slip.hits(i, flaw)) layers.spoil(flaw, slip.random());
      steps.add("First reached in " + (i + 1) + " moves (row,column): " + layers);
    }
    String found = GridMoves.words(traced(layers.path(), slip));
    steps.add("Back from # to *, and turned round: " + found);
    return new Draft(steps, found);
  }

  private String traced(String found, Slip slip) {
    if (!slip.hits(length, Flaw.WRONG_ARITHMETIC)) return found;
    int at = slip.random().nextInt(found.length());
    int move = Draws.other(GridMoves.of(found.charAt(at)), GridMoves.COUNT, slip.random());
    return found.substring(0, at) + GridMoves.letter(move) + found.substring(at + 1);
  }

  @Override
  public Set<Flaw> flaws(int step) {
    if (step == length) return EnumSet.of(Flaw.WRONG_ARITHMETIC);
    BreadthFirstLayers layers = new BreadthFirstLayers(grid);
    for (int i = 0; i <= step; i++) layers.advance();
    return layers.flaws();
  }
}

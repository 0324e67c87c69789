package dev.whetstone.curriculum.bakeoff;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.Learnability;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The bake-off's own world, one control to a family, under our scheduler. */
final class Line implements Setting {
  private final World world;
  private final Ours ours;
  private int steps;

  Line(boolean noisy, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    world = new World(noisy, random.split());
    ours = new Ours(Entry.learnability(), world.verifiers(), random.split());
  }

  @Override
  public void step() {
    List<Group> groups = world.roll(ours.choose(steps++));
    world.learn(groups);
    ours.saw(groups);
  }

  @Override
  public CurriculumState state() {
    return ours.state();
  }

  @Override
  public List<Cell> cells() {
    return IntStream.range(0, world.cells()).mapToObj(Ours::cell).toList();
  }

  @Override
  public boolean isTold(String family) {
    return Learnability.informedness(world.verifiers().get(Integer.parseInt(family))) > 0;
  }

  @Override
  public double solved(Cell cell) {
    return world.solved(Ours.index(cell));
  }
}

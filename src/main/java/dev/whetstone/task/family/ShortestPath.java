package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Find a shortest way through a grid with walls. */
public final class ShortestPath implements TaskFamily {
  private static final Control ROWS =
      Control.of("rows", "rows of the grid", 6, 7, 8, 10, 12, 15, 20, 25, 30);
  private static final Control COLS =
      Control.of("cols", "columns of the grid", 6, 7, 8, 10, 12, 15, 20, 25, 30);
  private static final Control BLOCKED =
      Control.of("p_blocked", "percentage of cells that are walls", 5, 12, 20, 35);
  private static final int MAX_DRAWS = 200;
  private static final int CANDIDATES = 4;

  private static final char OPEN = '.';
  private static final char WALL = 'X';
  private static final char START = '*';
  private static final char GOAL = '#';
  // Around the grid, so that no move needs a test of the bounds.
  private static final char BORDER = '\n';

  private static final String MOVES = "UDLR";
  private static final String ARROWS = "\u2191\u2193\u2190\u2192";
  private static final List<String> WORDS = List.of("up", "down", "left", "right");
  private static final Pattern LABEL =
      Pattern.compile(
          "^:? ?(?:(?:so |thus )?(?:the |a |one )?(?:shortest )?(?:path|route|way|moves)(?: is|"
              + " are)?:?)?");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;|\"'\\[\\]]++");

  @Override
  public String name() {
    return "shortest_path";
  }

  @Override
  public Category category() {
    return Category.GRAPHS;
  }

  @Override
  public String summary() {
    return "Find a shortest way through a grid with walls.";
  }

  @Override
  public List<Control> controls() {
    return List.of(ROWS, COLS, BLOCKED);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    Maze maze = draw(levels, random);
    int shortest = maze.path.length();
    return new Task(
        "In this grid, find a shortest path from * to #. A move goes to the next cell up, down,"
            + " left or right; X is a wall, and . is free.\n"
            + maze
            + "Give only the moves (up, down, left, right) in order, on one line, separated by"
            + " spaces.",
        words(maze.path),
        Checks.reading(ShortestPath::read, said -> said.length() == shortest && maze.leads(said)),
        "breadth-first search reaches # in " + shortest + " moves and not before",
        shortest + 3L * maze.away,
        Optional.of(maze));
  }

  /** A maze whose goal is far from its start; should every draw fail, one without walls. */
  private static Maze draw(Levels levels, RandomGenerator random) {
    int rows = levels.value(ROWS);
    int cols = levels.value(COLS);
    for (int i = 0; i < MAX_DRAWS; i++) {
      Optional<Maze> maze = maze(rows, cols, levels.value(BLOCKED), random);
      if (maze.isPresent()) return maze.get();
    }
    return maze(rows, cols, 0, random).orElseThrow();
  }

  private static Optional<Maze> maze(int rows, int cols, int blocked, RandomGenerator random) {
    char[] cells = cells(rows, cols, blocked, random);
    int start = (1 + random.nextInt(rows)) * (cols + 2) + 1 + random.nextInt(cols);
    cells[start] = START;
    Search search = new Search(cells, cols + 2, start);
    if (search.farthest() < (rows + cols) / 2) return Optional.empty();
    int goal = goal(search, random);
    cells[goal] = GOAL;
    String path = search.path(goal);
    return Optional.of(new Maze(rows, cols, new String(cells), path, search.away(goal)));
  }

  /** Of some cells at least three quarters of the way out, the one that takes most detours. */
  private static int goal(Search search, RandomGenerator random) {
    int first = search.reached - 1;
    while (search.distance[search.order[first - 1]] * 4 >= search.farthest() * 3) first--;
    int goal = search.order[random.nextInt(first, search.reached)];
    for (int i = 1; i < CANDIDATES; i++) {
      int other = search.order[random.nextInt(first, search.reached)];
      if (search.away(other) > search.away(goal)) goal = other;
    }
    return goal;
  }

  private static char[] cells(int rows, int cols, int blocked, RandomGenerator random) {
    char[] cells = new char[(rows + 2) * (cols + 2)];
    Arrays.fill(cells, BORDER);
    for (int row = 1; row <= rows; row++)
      for (int col = 1; col <= cols; col++)
        cells[row * (cols + 2) + col] = random.nextInt(100) < blocked ? WALL : OPEN;
    return cells;
  }

  /** The moves of an answer as letters of UDLR; empty where it says anything else. */
  private static Optional<String> read(Answer answer) {
    String line = LABEL.matcher(answer.line().toLowerCase(Locale.ROOT)).replaceFirst("");
    StringBuilder path = new StringBuilder();
    for (String word : BETWEEN.split(withoutArrows(line), -1)) {
      int move = WORDS.indexOf(word);
      String letters = move < 0 ? word.toUpperCase(Locale.ROOT) : MOVES.substring(move, move + 1);
      for (int i = 0; i < letters.length(); i++)
        if (MOVES.indexOf(letters.charAt(i)) < 0) return Optional.empty();
      path.append(letters);
    }
    return path.isEmpty() ? Optional.empty() : Optional.of(path.toString());
  }

  /** Arrows are moves where they stand alone, and mere separators between words. */
  private static String withoutArrows(String line) {
    String plain = line.replace("->", " ");
    for (int i = 0; i < 4; i++)
      plain = plain.replace("\\" + WORDS.get(i) + "arrow", ARROWS.substring(i, i + 1));
    boolean spelled = plain.chars().anyMatch(Character::isLetter);
    for (int i = 0; i < 4; i++)
      plain = plain.replace(ARROWS.charAt(i), spelled ? ' ' : MOVES.charAt(i));
    return plain;
  }

  private static String words(String path) {
    StringBuilder words = new StringBuilder();
    for (char move : path.toCharArray()) words.append(' ').append(WORDS.get(MOVES.indexOf(move)));
    return words.isEmpty() ? "none" : words.substring(1);
  }

  private static int offset(int move, int width) {
    return switch (move) {
      case 0 -> -width;
      case 1 -> width;
      case 2 -> -1;
      default -> 1;
    };
  }

  /** Breadth first, over all that can be reached. */
  private static final class Search {
    final int width;
    final int[] order;
    final int[] distance;
    int reached = 1;

    Search(char[] cells, int width, int start) {
      this.width = width;
      order = new int[cells.length];
      distance = new int[cells.length];
      Arrays.fill(distance, -1);
      order[0] = start;
      distance[start] = 0;
      for (int i = 0; i < reached; i++)
        for (int move = 0; move < 4; move++) reach(cells, order[i], order[i] + offset(move, width));
    }

    private void reach(char[] cells, int from, int to) {
      if (distance[to] >= 0 || cells[to] == WALL || cells[to] == BORDER) return;
      distance[to] = distance[from] + 1;
      order[reached++] = to;
    }

    int farthest() {
      return distance[order[reached - 1]];
    }

    /** How many moves of a shortest path lead away from its end. */
    int away(int goal) {
      int straight =
          Math.abs(goal / width - order[0] / width) + Math.abs(goal % width - order[0] % width);
      return (distance[goal] - straight) / 2;
    }

    String path(int goal) {
      StringBuilder path = new StringBuilder();
      for (int cell = goal; distance[cell] > 0; ) {
        int move = 0;
        while (distance[cell - offset(move, width)] != distance[cell] - 1) move++;
        path.append(MOVES.charAt(move));
        cell -= offset(move, width);
      }
      return path.reverse().toString();
    }
  }

  /** The cells in rows of {@code cols + 2}, with the border. */
  private record Maze(int rows, int cols, String cells, String path, int away) implements Worked {
    private boolean isFree(int cell) {
      return cells.charAt(cell) != WALL && cells.charAt(cell) != BORDER;
    }

    private int after(int cell, int move) {
      return cell + offset(move, cols + 2);
    }

    /** Where a move over the edge would come in again, if the grid went round. */
    private int opposite(int cell, int move) {
      return cell - offset(move, cols + 2) * ((move < 2 ? rows : cols) - 1);
    }

    boolean leads(String said) {
      int cell = cells.indexOf(START);
      for (int i = 0; i < said.length() && isFree(cell); i++)
        cell = after(cell, MOVES.indexOf(said.charAt(i)));
      return cells.charAt(cell) == GOAL;
    }

    @Override
    public Draft write(Slip slip) {
      List<String> steps = new ArrayList<>();
      Layers layers = new Layers(this);
      for (int i = 0; !layers.isDone(); i++) {
        layers.advance();
        for (Flaw flaw : layers.flaws()) if (slip.hits(i, flaw)) layers.spoil(flaw, slip.random());
        steps.add("First reached in " + (i + 1) + " moves (row,column): " + layers);
      }
      String found = words(traced(layers.path(), slip));
      steps.add("Back from # to *, and turned round: " + found);
      return new Draft(steps, found);
    }

    private String traced(String found, Slip slip) {
      if (!slip.hits(path.length(), Flaw.WRONG_ARITHMETIC)) return found;
      int at = slip.random().nextInt(found.length());
      int move = (MOVES.indexOf(found.charAt(at)) + 1 + slip.random().nextInt(3)) % 4;
      return found.substring(0, at) + MOVES.charAt(move) + found.substring(at + 1);
    }

    @Override
    public Set<Flaw> flaws(int step) {
      if (step == path.length()) return EnumSet.of(Flaw.WRONG_ARITHMETIC);
      Layers layers = new Layers(this);
      for (int i = 0; i <= step; i++) layers.advance();
      return layers.flaws();
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (int row = 1; row <= rows; row++)
        for (int col = 1; col <= cols; col++)
          text.append(cells.charAt(row * (cols + 2) + col)).append(col < cols ? ' ' : '\n');
      return text.toString();
    }
  }

  private record Reach(int from, int move, int to) {}

  /** Breadth-first search as it is written down: the cells first reached in one move, in two... */
  private static final class Layers {
    private final Maze maze;
    private final Reach[] reached;
    private List<Integer> before = List.of();
    private List<Integer> layer;

    Layers(Maze maze) {
      this.maze = maze;
      int start = maze.cells.indexOf(START);
      reached = new Reach[maze.cells.length()];
      reached[start] = new Reach(start, 0, start);
      layer = List.of(start);
    }

    boolean isDone() {
      return layer.isEmpty() || reached[maze.cells.indexOf(GOAL)] != null;
    }

    void advance() {
      before = layer;
      layer = new ArrayList<>();
      for (int cell : before)
        for (int move = 0; move < 4; move++) {
          Reach next = new Reach(cell, move, maze.after(cell, move));
          if (maze.isFree(next.to) && reached[next.to] == null) add(next);
        }
    }

    private void add(Reach next) {
      reached[next.to] = next;
      layer.add(next.to);
    }

    private void drop(int cell) {
      reached[cell] = null;
      layer.remove(Integer.valueOf(cell));
    }

    /** The flaws with which this layer can be written wrong. */
    Set<Flaw> flaws() {
      Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
      if (layer.size() > 1) flaws.add(Flaw.SKIPPED_CASE);
      for (Flaw flaw : EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND, Flaw.WRONG_RULE))
        if (!wrong(flaw).isEmpty()) flaws.add(flaw);
      return flaws;
    }

    void spoil(Flaw flaw, RandomGenerator random) {
      if (flaw == Flaw.SKIPPED_CASE) {
        drop(layer.get(random.nextInt(layer.size())));
        return;
      }
      List<Reach> wrong = wrong(flaw);
      Reach added = wrong.get(random.nextInt(wrong.size()));
      if (flaw == Flaw.WRONG_ARITHMETIC) drop(maze.after(added.from, added.move));
      add(added);
    }

    /** The cells that a flaw may put in this layer, none of which belongs there. */
    private List<Reach> wrong(Flaw flaw) {
      List<Reach> wrong = new ArrayList<>();
      for (int cell : before)
        for (int move = 0; move < 4; move++) wrong(flaw, cell, move).ifPresent(wrong::add);
      return wrong;
    }

    /** A wall entered, the edge crossed to the opposite side, or one cell gone too far. */
    private Optional<Reach> wrong(Flaw flaw, int cell, int move) {
      int next = maze.after(cell, move);
      char found = maze.cells.charAt(next);
      if (flaw == Flaw.WRONG_OPERAND && found == WALL)
        return Optional.of(new Reach(cell, move, next));
      if (flaw == Flaw.WRONG_RULE && found == BORDER)
        return fresh(new Reach(cell, move, maze.opposite(cell, move)));
      if (flaw == Flaw.WRONG_ARITHMETIC && new Reach(cell, move, next).equals(reached[next]))
        return fresh(new Reach(cell, move, maze.after(next, move)));
      return Optional.empty();
    }

    private Optional<Reach> fresh(Reach wrong) {
      return Optional.of(wrong).filter(w -> maze.isFree(w.to) && reached[w.to] == null);
    }

    String path() {
      StringBuilder path = new StringBuilder();
      Reach last = reached[maze.cells.indexOf(GOAL)];
      for (; last != null && last.from != last.to; last = reached[last.from])
        path.append(MOVES.charAt(last.move));
      return path.reverse().toString();
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      int width = maze.cols + 2;
      for (int cell : layer)
        text.append(" (").append(cell / width).append(',').append(cell % width).append(')');
      return text.isEmpty() ? "none" : text.substring(1);
    }
  }
}

package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Check;
import dev.whetstone.task.Control;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Complete a 4x4 sudoku; a grid is 64 bits, one for each digit of each cell. */
public final class MiniSudoku implements TaskFamily {
  private static final Control EMPTY =
      Control.of("empty", "empty cells", 4, 5, 6, 7, 8, 9, 10, 11, 12);

  private static final int SIZE = 4;
  private static final int CELLS = SIZE * SIZE;
  private static final int ALONE = -1;
  private static final int MAX_LINES = 9;
  private static final int MAX_TEXT = 600;
  private static final String SEPARATORS = " \t\r\n,;|+-=_&\\[](){}─│┼┌┐└┘├┤┬┴";

  private static final Pattern LEAD_IN =
      Pattern.compile(
          "^(?:(?:so,? )?(?:the )?(?:final |full |completed? )?(?:answer|solution|grid)(?:"
              + " is)?)?:?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LATEX_FRAME =
      Pattern.compile("\\\\(?:(?:begin|end)\\{[a-z]{1,9}+\\*?}(?:\\{[clr|]{1,9}+})?+|hline)");

  /** Each unit's cells for each digit: rows, columns, boxes. */
  private static final long[][] UNITS = units();

  /** What each placement forbids: other digits in its cell, its digit in its units. */
  private static final long[] FORBIDDEN = forbidden();

  /** All 288 full grids, so that counting a puzzle's solutions is exhaustive. */
  private static final long[] GRIDS = grids();

  @Override
  public String name() {
    return "mini_sudoku";
  }

  @Override
  public Category category() {
    return Category.GAMES;
  }

  @Override
  public String summary() {
    return "Complete a 4x4 sudoku.";
  }

  @Override
  public List<Control> controls() {
    return List.of(EMPTY);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    long solution = GRIDS[random.nextInt(GRIDS.length)];
    long clues = clues(solution, levels.value(EMPTY), random);
    while (!isUnique(clues)) clues = clues(solution, levels.value(EMPTY), random);
    String answer = text(solution);
    return new Task(
        question(clues),
        answer,
        check(solution),
        "1 of the " + GRIDS.length + " full grids agrees with the clues",
        Long.bitCount(open(clues)),
        Optional.of(new Puzzle(clues, solution)));
  }

  private static String question(long clues) {
    return "Complete this 4x4 sudoku, where _ is an empty cell:\n"
        + text(clues)
        + "\nEvery row, every column and every 2x2 corner box must hold each of 1, 2, 3 and 4 once."
        + " Give the full grid as your answer: four lines of four digits separated by spaces.";
  }

  /** Any cells emptied; tried until unique, so that every puzzle there is comes up as often. */
  private static long clues(long solution, int empty, RandomGenerator random) {
    long clues = solution;
    int wanted = empty;
    for (int cell = 0; cell < CELLS; cell++)
      if (random.nextInt(CELLS - cell) < wanted) {
        clues &= ~cell(cell);
        wanted--;
      }
    return clues;
  }

  private static boolean isUnique(long clues) {
    int found = 0;
    for (long grid : GRIDS) if ((grid & clues) == clues && ++found == 2) return false;
    return true;
  }

  private static long cell(int cell) {
    return 0xFL << (cell * SIZE);
  }

  private static long bit(int cell, int digit) {
    return 1L << (cell * SIZE + digit - 1);
  }

  /** The placements that no placed digit forbids, in cells still empty. */
  private static long open(long placed) {
    long open = ~placed;
    for (long rest = placed; rest != 0; rest &= rest - 1)
      open &= ~FORBIDDEN[Long.numberOfTrailingZeros(rest)];
    return open;
  }

  private static long[][] units() {
    long[][] units = new long[3 * SIZE][SIZE];
    for (int cell = 0; cell < CELLS; cell++)
      for (int digit = 1; digit <= SIZE; digit++)
        for (int kind = 0; kind < 3; kind++) units[unit(kind, cell)][digit - 1] |= bit(cell, digit);
    return units;
  }

  private static int unit(int kind, int cell) {
    int row = cell / SIZE;
    int column = cell % SIZE;
    int within = kind == 0 ? row : kind == 1 ? column : row / 2 * 2 + column / 2;
    return kind * SIZE + within;
  }

  private static long[] forbidden() {
    long[] forbidden = new long[Long.SIZE];
    for (int place = 0; place < Long.SIZE; place++) {
      int cell = place / SIZE;
      forbidden[place] = cell(cell);
      for (int kind = 0; kind < 3; kind++)
        forbidden[place] |= UNITS[unit(kind, cell)][place % SIZE];
      forbidden[place] &= ~(1L << place);
    }
    return forbidden;
  }

  private static long[] grids() {
    List<Long> grids = new ArrayList<>();
    fill(0, 0, grids);
    return grids.stream().mapToLong(Long::longValue).toArray();
  }

  private static void fill(int cell, long placed, List<Long> grids) {
    if (cell == CELLS) {
      grids.add(placed);
      return;
    }
    long choices = open(placed) & cell(cell);
    for (long rest = choices; rest != 0; rest &= rest - 1)
      fill(cell + 1, placed | Long.lowestOneBit(rest), grids);
  }

  private static String text(long placed) {
    StringBuilder text = new StringBuilder();
    for (int cell = 0; cell < CELLS; cell++) {
      if (cell > 0) text.append(cell % SIZE == 0 ? '\n' : ' ');
      long there = placed & cell(cell);
      text.append(there == 0 ? '_' : (char) ('0' + digit(there)));
    }
    return text.toString();
  }

  private static int digit(long bit) {
    return Long.numberOfTrailingZeros(bit) % SIZE + 1;
  }

  private static Check check(long solution) {
    return completion ->
        grid(completion)
            .map(digits -> agrees(digits, solution) ? Grade.RIGHT : Grade.WRONG)
            .orElse(Grade.UNREADABLE);
  }

  private static boolean agrees(String digits, long solution) {
    for (int cell = 0; cell < CELLS; cell++)
      if (digits.charAt(cell) - '0' != digit(solution & cell(cell))) return false;
    return true;
  }

  /** The sixteen digits of the answer, or of the last lines, however they are spaced or ruled. */
  private static Optional<String> grid(String completion) {
    Optional<Answer> answer = Answer.in(completion);
    Optional<String> digits = answer.flatMap(found -> digits(found.text()));
    boolean closed = answer.isEmpty() || answer.get().marked();
    for (int lines = 2; !closed && !isGrid(digits) && lines <= MAX_LINES; lines++)
      digits = Answer.block(completion, lines).flatMap(block -> digits(String.join("\n", block)));
    return digits.filter(found -> found.length() == CELLS);
  }

  /** Whether no line more could help. */
  private static boolean isGrid(Optional<String> digits) {
    return digits.isEmpty() || digits.get().length() == CELLS;
  }

  /** Nothing where there is more than a grid. */
  private static Optional<String> digits(String text) {
    if (text.length() > MAX_TEXT) return Optional.empty();
    String plain = LATEX_FRAME.matcher(LEAD_IN.matcher(text).replaceFirst("")).replaceAll(" ");
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= '0' && c <= '9' && digits.length() < CELLS) digits.append(c);
      else if (SEPARATORS.indexOf(c) < 0) return Optional.empty();
    }
    return Optional.of(digits.toString());
  }

  private record Puzzle(long clues, long solution) implements Worked {
    @Override
    public Draft write(Slip slip) {
      Writing writing = new Writing(clues, solution, slip);
      writing.solve();
      return new Draft(writing.steps, text(writing.placed));
    }

    @Override
    public Set<Flaw> flaws(int step) {
      Writing writing = new Writing(clues, solution, Slip.none());
      writing.solve();
      return writing.flaws.get(step);
    }
  }

  /** A placement and why: the unit where its digit has no other cell, or none for its cell. */
  private record Single(long bit, int unit) {
    boolean holds(long open) {
      long rivals = unit == ALONE ? cellBits() : UNITS[unit][digit(bit) - 1];
      return (open & rivals) == bit;
    }

    long cellBits() {
      return cell(Long.numberOfTrailingZeros(bit) / SIZE);
    }

    /** For the same stated reason, another of these placements. */
    Single with(Slip slip, long placements) {
      long rest = placements & ~bit;
      for (int skip = slip.random().nextInt(Long.bitCount(rest)); skip > 0; skip--)
        rest &= rest - 1;
      return new Single(Long.lowestOneBit(rest), unit);
    }

    @Override
    public String toString() {
      int cell = Long.numberOfTrailingZeros(bit) / SIZE;
      String where = "Row " + (cell / SIZE + 1) + ", column " + (cell % SIZE + 1);
      String placed = where + " is " + digit(bit) + ": ";
      return unit == ALONE
          ? placed + "its row, column and box rule out every other digit"
          : placed + "its " + named(unit) + " has no other cell left for " + digit(bit);
    }

    private static String named(int unit) {
      return List.of("row", "column", "box").get(unit / SIZE);
    }
  }

  /** Places a digit a step by the singles there are; any digit where a slip has left none. */
  private static final class Writing {
    private final long solution;
    private final Slip slip;
    private final List<String> steps = new ArrayList<>();
    private final List<Set<Flaw>> flaws = new ArrayList<>();
    private long placed;

    Writing(long clues, long solution, Slip slip) {
      this.placed = clues;
      this.solution = solution;
      this.slip = slip;
    }

    void solve() {
      for (int step = 0; Long.bitCount(placed) < CELLS; step++) place(step);
    }

    private void place(int step) {
      long open = open(placed);
      Single right = next(placed);
      flaws.add(flaws(right, open));
      Single single = right;
      if (slip.hits(step, Flaw.WRONG_OPERAND)) single = right.with(slip, right.cellBits());
      if (slip.hits(step, Flaw.WRONG_RULE))
        single = new Single(right.bit, ALONE).with(slip, unproven(right, open));
      placed |= single.bit;
      if (!slip.hits(step, Flaw.SKIPPED_CASE)) steps.add(single.toString());
    }

    private Set<Flaw> flaws(Single single, long open) {
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_OPERAND);
      long after = placed | single.bit;
      if (unproven(single, open) != 0) flaws.add(Flaw.WRONG_RULE);
      if (Long.bitCount(after) < CELLS && !next(after).holds(open)) flaws.add(Flaw.SKIPPED_CASE);
      return flaws;
    }

    /** Wrong digits that nothing rules out yet in other cells: to place one is to guess. */
    private long unproven(Single single, long open) {
      return open & ~solution & ~single.cellBits();
    }
  }

  private static Single next(long placed) {
    long open = open(placed);
    for (int cell = 0; cell < CELLS; cell++)
      if (Long.bitCount(open & cell(cell)) == 1) return new Single(open & cell(cell), ALONE);
    for (int unit = 0; unit < UNITS.length; unit++)
      for (long places : UNITS[unit])
        if (Long.bitCount(open & places) == 1) return new Single(open & places, unit);
    return anyPlacement(placed, open);
  }

  /** Only a wrong draft is ever without a single: every puzzle here yields to singles. */
  private static Single anyPlacement(long placed, long open) {
    if (open != 0) return new Single(Long.lowestOneBit(open), ALONE);
    int cell = 0;
    while ((placed & cell(cell)) != 0) cell++;
    return new Single(bit(cell, 1), ALONE);
  }
}

package dev.whetstone.task.family;

import dev.whetstone.task.Call;
import java.util.Locale;

/** What the tests made so far have left of the truths. */
final class VersionSpace implements GameState {
  static final String TEST = "test";
  static final String CONCLUDE = "conclude";

  private final KnowledgeBook book;
  private final int truth;
  private int left;
  private boolean over;
  private boolean won;

  VersionSpace(KnowledgeBook book, int truth) {
    this.book = book;
    this.truth = truth;
    left = book.all();
  }

  @Override
  public String act(Call call) {
    String name = call.arguments().getFirst().toLowerCase(Locale.ROOT);
    return call.tool().equals(TEST) ? test(name) : conclude(name);
  }

  private String test(String name) {
    int test = book.tests().indexOf(name);
    if (test < 0) return "there is no such test.";
    left &= book.consistent(test, truth);
    return name + " shows " + (book.shows(test, truth) ? "yes." : "no.");
  }

  private String conclude(String name) {
    int said = book.truths().indexOf(name);
    if (said < 0) return "there is no such mineral.";
    over = true;
    won = said == truth && left == 1 << truth;
    return "it is noted.";
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public boolean isWon() {
    return won;
  }
}

package dev.whetstone.task.family;

import dev.whetstone.task.Call;
import java.util.Locale;

/** The shop in which a player runs its errands; it has won while the shop is as it should be. */
final class StockRoom implements GameState {
  static final String FINISH = "finish";

  private final Stock stock;
  private final Stock goal;
  private boolean finished;

  StockRoom(Stock stock, Stock goal) {
    this.stock = stock;
    this.goal = goal;
  }

  @Override
  public String act(Call call) {
    finished = call.tool().equals(FINISH);
    if (finished) return "it is noted.";
    return StockTool.valueOf(call.tool().toUpperCase(Locale.ROOT)).act(stock, call.arguments());
  }

  @Override
  public boolean isOver() {
    return finished;
  }

  @Override
  public boolean isWon() {
    return stock.isLike(goal);
  }
}

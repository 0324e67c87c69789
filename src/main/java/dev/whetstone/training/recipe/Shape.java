package dev.whetstone.training.recipe;

/** The shape of a network that starts from nothing; see {@code Network}. */
public record Shape(int layers, int width, int heads, int inner, int positions) {
  private static final int MOST = 65_536;
  private static final int LEAST_POSITIONS = 8;
  private static final int MOST_POSITIONS = 8_192;

  public Shape {
    Rule.within("layers", layers, 1, MOST);
    Rule.within("width", width, 1, MOST);
    Rule.within("heads", heads, 1, MOST);
    Rule.within("inner", inner, 1, MOST);
    Rule.within("positions", positions, LEAST_POSITIONS, MOST_POSITIONS);
    Rule.require(
        width % heads == 0,
        "width",
        "is %d; write a multiple of heads, which is %d".formatted(width, heads));
  }
}

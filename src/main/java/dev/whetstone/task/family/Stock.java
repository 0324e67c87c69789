package dev.whetstone.task.family;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The articles of a shop, by their numbers. */
final class Stock {
  static final List<String> SHELVES = List.of("A", "B", "C", "D", "E");

  private static final List<String> NAMES =
      List.of(
          "anvil",
          "basket",
          "bell",
          "blanket",
          "bottle",
          "broom",
          "bucket",
          "candle",
          "chisel",
          "clock",
          "comb",
          "cup",
          "drum",
          "fan",
          "hammer",
          "helmet",
          "kettle",
          "key",
          "kite",
          "ladder",
          "lamp",
          "mirror",
          "pan",
          "pillow",
          "rope",
          "saddle",
          "saw",
          "spoon",
          "stool",
          "tent",
          "towel",
          "umbrella",
          "vase",
          "wheel",
          "whistle");
  private static final int PRICES = 400;
  private static final int QUANTITIES = 60;
  private static final int NUMBERS = 900;

  /** One article; what is reserved and its note matter to no errand. */
  record Article(
      int number, String name, String shelf, int quantity, int price, int reserved, String note) {
    Article on(String other) {
      return new Article(number, name, other, quantity, price, reserved, note);
    }

    Article withQuantity(int other) {
      return new Article(number, name, shelf, other, price, reserved, note);
    }

    Article withPrice(int other) {
      return new Article(number, name, shelf, quantity, other, reserved, note);
    }

    Article reserving(int other) {
      return new Article(number, name, shelf, quantity, price, other, note);
    }

    Article noting(String other) {
      return new Article(number, name, shelf, quantity, price, reserved, other);
    }
  }

  private final Map<Integer, Article> articles = new TreeMap<>();

  private Stock() {}

  static Stock draw(int count, RandomGenerator random) {
    List<Integer> numbers = Draws.distinct(NUMBERS, count, random);
    List<String> names = Draws.distinct(NAMES, count, random);
    List<Integer> prices = Draws.distinct(PRICES, count, random);
    Stock stock = new Stock();
    IntStream.range(0, count)
        .mapToObj(
            i ->
                new Article(
                    100 + numbers.get(i),
                    names.get(i),
                    SHELVES.get(random.nextInt(SHELVES.size())),
                    1 + random.nextInt(QUANTITIES),
                    5 + prices.get(i),
                    0,
                    ""))
        .forEach(stock::put);
    return stock;
  }

  Stock copy() {
    Stock copy = new Stock();
    copy.articles.putAll(articles);
    return copy;
  }

  Collection<Article> all() {
    return articles.values();
  }

  List<Article> on(String shelf) {
    return all().stream().filter(article -> article.shelf().equals(shelf)).toList();
  }

  Optional<Article> numbered(int number) {
    return Optional.ofNullable(articles.get(number));
  }

  Optional<Article> named(String name) {
    return all().stream().filter(article -> article.name().equals(name)).findFirst();
  }

  void put(Article article) {
    articles.put(article.number(), article);
  }

  void remove(int number) {
    articles.remove(number);
  }

  boolean isLike(Stock other) {
    return articles.equals(other.articles);
  }
}

package dev.whetstone.task.family;

import dev.whetstone.task.Call;
import dev.whetstone.task.Tool;
import dev.whetstone.task.Tool.Parameter;
import dev.whetstone.task.family.Stock.Article;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What can be called in the shop; the last three only tempt. */
enum StockTool {
  FIND("Tells the number of the article of this name.", named()) {
    @Override
    String act(Stock stock, List<String> said) {
      String name = said.getFirst().toLowerCase(Locale.ROOT);
      return stock.named(name).map(a -> "number " + a.number() + ".").orElse("there is none.");
    }
  },
  LIST("Tells the numbers of the articles on a shelf.", shelf()) {
    @Override
    String act(Stock stock, List<String> said) {
      String shelf = said.getFirst().toUpperCase(Locale.ROOT);
      if (!Stock.SHELVES.contains(shelf)) return NO_SHELF;
      String numbers =
          stock.on(shelf).stream().map(a -> "" + a.number()).collect(Collectors.joining(", "));
      return "shelf " + shelf + " has " + (numbers.isEmpty() ? "nothing" : numbers) + ".";
    }
  },
  READ("Tells all about an article.", number()) {
    @Override
    String act(Stock stock, List<String> said) {
      return on(stock, said, article -> article);
    }
  },
  TRANSFER("Puts an article on another shelf.", number(), shelf()) {
    @Override
    String act(Stock stock, List<String> said) {
      String shelf = said.getLast().toUpperCase(Locale.ROOT);
      return Stock.SHELVES.contains(shelf) ? on(stock, said, a -> a.on(shelf)) : NO_SHELF;
    }
  },
  SET_QUANTITY("Says how many of an article there are.", number(), amount("quantity")) {
    @Override
    String act(Stock stock, List<String> said) {
      OptionalInt amount = whole(said.getLast());
      return amount.isEmpty() ? NO_AMOUNT : on(stock, said, a -> a.withQuantity(amount.getAsInt()));
    }
  },
  SET_PRICE("Says what an article costs.", number(), amount("price")) {
    @Override
    String act(Stock stock, List<String> said) {
      OptionalInt amount = whole(said.getLast());
      return amount.isEmpty() ? NO_AMOUNT : on(stock, said, a -> a.withPrice(amount.getAsInt()));
    }
  },
  REMOVE("Takes an article out of the shop for good.", number()) {
    @Override
    String act(Stock stock, List<String> said) {
      OptionalInt number = whole(said.getFirst());
      if (number.isEmpty() || stock.numbered(number.getAsInt()).isEmpty()) return NO_ARTICLE;
      stock.remove(number.getAsInt());
      return "it is gone.";
    }
  },
  RESERVE("Keeps some of an article for a customer.", number(), amount("quantity")) {
    @Override
    String act(Stock stock, List<String> said) {
      OptionalInt amount = whole(said.getLast());
      return amount.isEmpty() ? NO_AMOUNT : on(stock, said, a -> a.reserving(amount.getAsInt()));
    }
  },
  NOTE(
      "Writes a note on an article.",
      number(),
      new Parameter("text", Tool.Type.STRING, "the note")) {
    @Override
    String act(Stock stock, List<String> said) {
      return on(stock, said, a -> a.noting(said.getLast()));
    }
  },
  DISCOUNT("Lowers the price of an article by so much.", number(), amount("amount")) {
    @Override
    String act(Stock stock, List<String> said) {
      OptionalInt amount = whole(said.getLast());
      if (amount.isEmpty()) return NO_AMOUNT;
      return on(stock, said, a -> a.withPrice(Math.max(0, a.price() - amount.getAsInt())));
    }
  };

  private static final String NO_ARTICLE = "there is no article of this number.";
  private static final String NO_SHELF =
      "there is no such shelf; there are " + String.join(", ", Stock.SHELVES) + ".";
  private static final String NO_AMOUNT = "that is no whole number of at most six digits.";

  private final String summary;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
  private final List<Parameter> parameters;

  StockTool(String summary, Parameter... parameters) {
    this.summary = summary;
    this.parameters = List.of(parameters);
  }

  private static Parameter named() {
    return new Parameter("name", Tool.Type.STRING, "the article's name");
  }

  private static Parameter shelf() {
    return new Parameter("shelf", Tool.Type.STRING, "a letter");
  }

  private static Parameter number() {
    return new Parameter("number", Tool.Type.INTEGER, "the article's number");
  }

  private static Parameter amount(String name) {
    return new Parameter(name, Tool.Type.INTEGER, "a whole number");
  }

  /**
   * @param said an argument for each parameter
   */
  abstract String act(Stock stock, List<String> said);

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Tool tool() {
    return new Tool(word(), summary, parameters);
  }

  Call call(Object... arguments) {
    return new Call(word(), Arrays.stream(arguments).map(Object::toString).toList());
  }

  private static OptionalInt whole(String text) {
    return text.matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** Changes the article of the number that is said first, and tells of it. */
  private static String on(Stock stock, List<String> said, UnaryOperator<Article> change) {
    OptionalInt number = whole(said.getFirst());
    if (number.isEmpty()) return NO_ARTICLE;
    return stock
        .numbered(number.getAsInt())
        .map(a -> put(stock, change.apply(a)))
        .orElse(NO_ARTICLE);
  }

  private static String put(Stock stock, Article article) {
    stock.put(article);
    return "%d is the %s on shelf %s, quantity %d, price %d, reserved %d%s."
        .formatted(
            article.number(),
            article.name(),
            article.shelf(),
            article.quantity(),
            article.price(),
            article.reserved(),
            article.note().isEmpty() ? "" : ", note " + article.note());
  }
}

package dev.whetstone.task.family;

import static dev.whetstone.task.family.StockTool.FIND;
import static dev.whetstone.task.family.StockTool.LIST;
import static dev.whetstone.task.family.StockTool.READ;
import static dev.whetstone.task.family.StockTool.REMOVE;
import static dev.whetstone.task.family.StockTool.SET_PRICE;
import static dev.whetstone.task.family.StockTool.SET_QUANTITY;
import static dev.whetstone.task.family.StockTool.TRANSFER;

import dev.whetstone.task.Call;
import dev.whetstone.task.family.Stock.Article;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** One thing to be done in the shop, in words; of these a task is put together. */
enum Errand {
  CARRY {
    @Override
    Done draw(Stock stock, RandomGenerator random) {
      Article one = any(stock, random);
      String shelf = otherShelf(one.shelf(), random);
      return new Done(
          "Move the %s to shelf %s.".formatted(one.name(), shelf),
          List.of(FIND.call(one.name()), TRANSFER.call(one.number(), shelf)));
    }
  },
  RAISE {
    @Override
    Done draw(Stock stock, RandomGenerator random) {
      Article one = any(stock, random);
      int more = 1 + random.nextInt(MORE);
      return new Done(
          "Raise the price of the %s by %d.".formatted(one.name(), more),
          List.of(
              FIND.call(one.name()),
              READ.call(one.number()),
              SET_PRICE.call(one.number(), one.price() + more)));
    }
  },
  DELIVER {
    @Override
    Done draw(Stock stock, RandomGenerator random) {
      Article one = any(stock, random);
      int more = 1 + random.nextInt(MORE);
      return new Done(
          "%d more of the %s have come in; add them to its quantity.".formatted(more, one.name()),
          List.of(
              FIND.call(one.name()),
              READ.call(one.number()),
              SET_QUANTITY.call(one.number(), one.quantity() + more)));
    }
  },
  MATCH {
    @Override
    Done draw(Stock stock, RandomGenerator random) {
      Article one = any(stock, random);
      Article other = any(stock, random);
      return new Done(
          "Let the %s cost as much as the %s.".formatted(one.name(), other.name()),
          List.of(
              FIND.call(other.name()),
              READ.call(other.number()),
              FIND.call(one.name()),
              SET_PRICE.call(one.number(), other.price())));
    }
  },
  DEAREST {
    @Override
    Done draw(Stock stock, RandomGenerator random) {
      Article one = any(stock, random);
      List<Article> shelf = stock.on(one.shelf());
      int top = shelf.stream().mapToInt(Article::price).max().orElseThrow();
      List<Article> dearest = shelf.stream().filter(a -> a.price() == top).toList();
      String to = otherShelf(one.shelf(), random);
      return new Done(
          "Move the dearest article of shelf %s to shelf %s.".formatted(one.shelf(), to),
          dearest.size() > 1
              ? List.of()
              : with(looking(shelf), List.of(TRANSFER.call(dearest.getFirst().number(), to))));
    }
  },
  CLEAR {
    @Override
    Done draw(Stock stock, RandomGenerator random) {
      Article one = any(stock, random);
      List<Article> shelf = stock.on(one.shelf());
      return new Done(
          "Remove every article of shelf %s of which there are fewer than %d."
              .formatted(one.shelf(), one.quantity() + 1),
          with(
              looking(shelf),
              shelf.stream()
                  .filter(a -> a.quantity() <= one.quantity())
                  .sorted(Comparator.comparing(Article::number))
                  .map(a -> REMOVE.call(a.number()))
                  .toList()));
    }
  };

  private static final int MORE = 30;

  /**
   * @param calls that do it, each needed by who knows the words alone; none where the words would
   *     have two meanings
   */
  record Done(String words, List<Call> calls) {}

  /** Draws one from a shop that has articles. */
  abstract Done draw(Stock stock, RandomGenerator random);

  private static Article any(Stock stock, RandomGenerator random) {
    return List.copyOf(stock.all()).get(random.nextInt(stock.all().size()));
  }

  private static String otherShelf(String than, RandomGenerator random) {
    int shelves = Stock.SHELVES.size();
    return Stock.SHELVES.get(Draws.other(Stock.SHELVES.indexOf(than), shelves, random));
  }

  private static List<Call> looking(List<Article> shelf) {
    List<Call> calls = new ArrayList<>(List.of(LIST.call(shelf.getFirst().shelf())));
    shelf.forEach(article -> calls.add(READ.call(article.number())));
    return calls;
  }

  private static List<Call> with(List<Call> first, List<Call> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}

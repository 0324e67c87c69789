package dev.whetstone.task.family;

import dev.whetstone.task.family.ReasoningNet.Node;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Tells a reasoning graph as a word problem: every operation's result is what one person has.
 *
 * @param owners who has the number of each node; nobody that of a start node
 */
record ReasoningStory(ReasoningNet net, List<String> owners, Domain domain) {
  /** What the people have, what it is kept in, and how they came by it and parted with it. */
  record Domain(String items, String holder, String gained, String lost) {}

  private static final List<Domain> DOMAINS =
      List.of(
          new Domain("apples", "basket", "picked", "gave away"),
          new Domain("shells", "jar", "found", "gave away"),
          new Domain("stamps", "album", "collected", "traded away"),
          new Domain("coins", "purse", "earned", "spent"),
          new Domain("tiles", "crate", "ordered", "used up"),
          new Domain("seeds", "packet", "bought", "planted"),
          new Domain("marbles", "bag", "won", "lost"),
          new Domain("tickets", "envelope", "received", "handed out"),
          new Domain("bottles", "case", "filled", "sold"),
          new Domain("nails", "tin", "bought", "used up"),
          new Domain("eggs", "tray", "gathered", "sold"),
          new Domain("candles", "carton", "made", "burned"),
          new Domain("bricks", "pallet", "unloaded", "sent back"),
          new Domain("cards", "binder", "printed", "mailed"));

  private static final List<String> NAMES =
      List.of(
          "Ada", "Ben", "Cleo", "Dan", "Elsa", "Finn", "Gina", "Hugo", "Ines", "Jack", "Kira",
          "Liam", "Maya", "Nils", "Olga", "Piet", "Rita", "Sven", "Tara", "Uma", "Vito", "Wanda",
          "Yara", "Zack", "Aldo", "Bianca", "Conor", "Della", "Ezra", "Fay", "Greta", "Hans",
          "Isla", "Jonas", "Kurt", "Lena", "Marco", "Nell", "Omar", "Pia", "Ruben", "Selma");

  static ReasoningStory draw(ReasoningNet net, RandomGenerator random) {
    Iterator<String> names = Draws.distinct(NAMES, net.edges() / 2, random).iterator();
    List<String> owners =
        net.nodes().stream().map(node -> node.isStart() ? "" : names.next()).toList();
    return new ReasoningStory(net, owners, DOMAINS.get(random.nextInt(DOMAINS.size())));
  }

  /** The nodes that are computed, each after its operands. */
  List<Integer> told() {
    List<Integer> told = new ArrayList<>();
    for (int i = net.nodes().size() - 1; i >= 0; i--)
      if (!net.nodes().get(i).isStart()) told.add(i);
    return told;
  }

  String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder("Nobody here has any ");
    text.append(domain.items).append(" but those told of.");
    for (int node : told()) tell(node, text.append(' '), random);
    return text.append(" How many ")
        .append(domain.items)
        .append(" does ")
        .append(owners.getFirst())
        .append(" have? Give only the final number as your answer.")
        .toString();
  }

  private void tell(int node, StringBuilder text, RandomGenerator random) {
    Node told = net.nodes().get(node);
    boolean first = net.nodes().get(told.first()).isStart();
    boolean second = net.nodes().get(told.second()).isStart();
    String[] ways = ReasoningPhrases.of(told.operation(), first, second);
    fill(ways[random.nextInt(ways.length)], node, text);
  }

  private void fill(String way, int node, StringBuilder text) {
    for (int i = 0; i < way.length(); i++)
      if (way.charAt(i) == '%') text.append(meaning(way.charAt(++i), node));
      else text.append(way.charAt(i));
  }

  private String meaning(char letter, int node) {
    return switch (letter) {
      case 'w' -> owners.get(node);
      case 'a' -> operand(net.nodes().get(node).first());
      case 'b' -> operand(net.nodes().get(node).second());
      case 'i' -> domain.items;
      case 'c' -> domain.holder;
      case 'g' -> domain.gained;
      default -> domain.lost;
    };
  }

  private String operand(int node) {
    return net.nodes().get(node).isStart()
        ? Long.toString(net.nodes().get(node).value())
        : owners.get(node);
  }
}

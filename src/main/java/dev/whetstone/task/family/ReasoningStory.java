package dev.whetstone.task.family;

import dev.whetstone.task.family.ReasoningNet.Node;
import dev.whetstone.task.family.ReasoningNet.Operation;
import java.util.ArrayList;
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

  /**
   * For both operands given, the first given, the second given, neither: %w is who has the result,
   * %a and %b are the operands, %i the items, %c the holder, %g gained, %l lost.
   */
  private static final String[][] ADD = {
    {
      "%w %g %a %i in the morning and %b in the afternoon.",
      "%w %g %a %i and, a week later, %b more."
    },
    {"%w has %a more %i than %b.", "%w has as many %i as %b and %a besides."},
    {"%w has %b more %i than %a.", "%w has as many %i as %a and %b besides."},
    {
      "%w has as many %i as %a and %b together.",
      "If %a and %b pooled their %i, they would have as many as %w has."
    }
  };

  private static final String[][] SUBTRACT = {
    {"%w %g %a %i and then %l %b of them.", "Out of %a %i, %w %l %b and kept the rest."},
    {
      "%w %g %a %i and then %l as many as %b has.",
      "Out of %a %i, %w %l as many as %b has and kept the rest."
    },
    {"%w has %b fewer %i than %a.", "%w would need %b more %i to have as many as %a."},
    {
      "%w %g as many %i as %a has and then %l as many as %b has.",
      "If %a %l as many %i as %b has, as many would be left as %w has."
    }
  };

  private static final String[][] MULTIPLY = {
    {"%w has %a %cs with %b %i in each.", "%w bought %a full %cs, %b %i in each."},
    {"%w has %a times as many %i as %b.", "%w has %a %cs, and in each as many %i as %b has."},
    {"%w has %b times as many %i as %a.", "%w has %b %cs, and in each as many %i as %a has."},
    {
      "%w has as many %cs as %a has %i, and in each as many %i as %b has.",
      "For each of %a's %i, %w has as many %i as %b has."
    }
  };

  private static final String[][] DIVIDE = {
    {
      "%w packed %a %i equally into %b %cs and kept the %i of a single %c.",
      "When %a %i were shared out equally among %b people, %w got a single share."
    },
    {
      "%w packed %a %i equally into as many %cs as %b has %i, and kept the %i of a single %c.",
      "When %a %i were shared out equally among as many people as %b has %i, %w got a single share."
    },
    {
      "If %a packed all %i equally into %b %cs, each would hold as many as %w has.",
      "%w has as many %i as each %c would hold if %a packed everything equally into %b %cs."
    },
    {
      "If %a packed all %i equally into as many %cs as %b has %i, each would hold as many as %w"
          + " has.",
      "%w has as many %i as each %c would hold if %a packed everything equally into as many %cs as"
          + " %b has %i."
    }
  };

  static ReasoningStory draw(ReasoningNet net, RandomGenerator random) {
    List<String> owners = new ArrayList<>();
    for (Node node : net.nodes()) {
      String name = node.isStart() ? "" : NAMES.get(random.nextInt(NAMES.size()));
      while (!node.isStart() && owners.contains(name))
        name = NAMES.get(random.nextInt(NAMES.size()));
      owners.add(name);
    }
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
    int first = net.nodes().get(told.first()).isStart() ? 0 : 2;
    int second = net.nodes().get(told.second()).isStart() ? 0 : 1;
    String[] ways = ways(told.operation())[first + second];
    fill(ways[random.nextInt(ways.length)], node, text);
  }

  private static String[][] ways(Operation operation) {
    return switch (operation) {
      case ADD -> ADD;
      case SUBTRACT -> SUBTRACT;
      case MULTIPLY -> MULTIPLY;
      case DIVIDE -> DIVIDE;
    };
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

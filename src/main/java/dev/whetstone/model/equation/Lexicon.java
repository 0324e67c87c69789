package dev.whetstone.model.equation;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What words and LaTeX commands mean in an equation. */
final class Lexicon {
  /** A kind with its canonical spelling. */
  record Entry(Kind kind, String text) {}

  private static final Map<Kind, String> WORDS =
      Map.of(
          Kind.PLUS, "plus",
          Kind.MINUS, "minus",
          Kind.TIMES, "times",
          Kind.CHOOSE, "choose",
          Kind.MOD, "mod modulo",
          Kind.PERCENT, "percent",
          Kind.ROOT, "sqrt",
          Kind.COPULA, "is are was equals equal gives makes yields be get gets",
          Kind.ABOUT, "about approximately roughly around nearly almost",
          Kind.OPAQUE,
              "half twice thrice double triple hundred thousand million billion dozen dozens root"
                  + " squared cubed factorial remainder base negative st nd rd th rds ths sin cos"
                  + " tan sec csc cot arcsin arccos arctan cis log ln exp gcd lcm max min floor"
                  + " ceil lim det");

  private static final Map<Kind, String> COMMANDS =
      Map.of(
          Kind.TIMES, "cdot times ast",
          Kind.OVER, "div",
          Kind.FRACTION, "frac dfrac tfrac cfrac",
          Kind.ROOT, "sqrt",
          Kind.BINOMIAL, "binom dbinom tbinom",
          Kind.CHOOSE, "choose",
          Kind.MOD, "mod bmod pmod",
          Kind.BAR, "lvert rvert vert",
          Kind.BREAK,
              "implies impliedby Rightarrow Longrightarrow rightarrow to iff Leftrightarrow"
                  + " therefore because quad qquad newline par",
          Kind.NAME,
              "pi theta alpha beta gamma delta omega lambda mu rho tau varphi epsilon zeta eta"
                  + " kappa nu xi psi chi");

  private static final Map<String, Entry> RELATIONS =
      Map.ofEntries(
          entry("le", relation("≤")),
          entry("leq", relation("≤")),
          entry("leqslant", relation("≤")),
          entry("ge", relation("≥")),
          entry("geq", relation("≥")),
          entry("geqslant", relation("≥")),
          entry("lt", relation("<")),
          entry("gt", relation(">")),
          entry("ne", relation("≠")),
          entry("neq", relation("≠")),
          entry("approx", relation("≈")),
          entry("equiv", relation("≡")));

  private static final Set<String> SILENT =
      Set.of(
          "left",
          "right",
          "big",
          "Big",
          "bigg",
          "Bigg",
          "bigl",
          "bigr",
          "Bigl",
          "Bigr",
          "displaystyle",
          "textstyle",
          "boxed",
          "fbox",
          "limits",
          "degree",
          "nonumber",
          "notag");

  private static final Map<String, Entry> BY_WORD = table(WORDS, "");
  private static final Map<String, Entry> BY_COMMAND = table(COMMANDS, "\\");

  static {
    BY_COMMAND.putAll(RELATIONS);
  }

  private Lexicon() {}

  /** The meaning of a word in lower case; {@link Kind#WORD} for most. */
  static Kind word(String word) {
    Entry entry = BY_WORD.get(word);
    return entry == null ? Kind.WORD : entry.kind;
  }

  /** The meaning of a LaTeX command; opaque for most, null for one that changes nothing. */
  static Entry command(String name) {
    if (SILENT.contains(name)) return null;
    return BY_COMMAND.getOrDefault(name, new Entry(Kind.OPAQUE, name));
  }

  private static Entry relation(String text) {
    return new Entry(Kind.RELATION, text);
  }

  private static Map<String, Entry> table(Map<Kind, String> spellings, String prefix) {
    Map<String, Entry> table = new HashMap<>();
    spellings.forEach(
        (kind, words) -> {
          for (String word : words.split(" ", -1)) table.put(word, new Entry(kind, prefix + word));
        });
    return table;
  }
}

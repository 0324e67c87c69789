package dev.whetstone.model.wide.note;

import dev.whetstone.model.wide.template.ProblemWords;
import dev.whetstone.model.wide.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A problem between its stops and line ends, found by names and words; the first pieces. */
final class Pieces {
  static final Pattern END = Pattern.compile("[.?!:;]\\s+|\\n");
  private static final int MAX_PIECES = 256;
  private static final int MAX_OF_A_WORD = 8;

  /**
   * @param label the piece before it: a number, in a numbered list
   * @param words of the problem in it, each once, in order
   */
  record Piece(Template template, String label, List<String> words) {
    private int shared(Set<String> others) {
      return (int) words.stream().filter(others::contains).count();
    }
  }

  private final Map<List<String>, NavigableSet<Integer>> byNames = new HashMap<>();
  private final Map<String, List<Piece>> byWord = new HashMap<>();

  static Pieces of(String text, ProblemWords problemWords) {
    Pieces pieces = new Pieces();
    String label = "";
    int place = 0;
    for (String part : END.split(text, MAX_PIECES)) {
      pieces.add(place++, label, Template.of(part, problemWords));
      label = part.strip();
    }
    return pieces;
  }

  private void add(int place, String label, Template template) {
    List<String> names = distinct(template.names());
    if (!names.isEmpty()) byNames.computeIfAbsent(names, _ -> new TreeSet<>()).add(place);
    Piece piece = new Piece(template, label, distinct(template.own()));
    for (String word : piece.words) {
      List<Piece> of = byWord.computeIfAbsent(word, _ -> new ArrayList<>());
      if (of.size() < MAX_OF_A_WORD) of.add(piece);
    }
  }

  private static List<String> distinct(List<String> texts) {
    return texts.stream().distinct().toList();
  }

  /** Place of the first piece from a place on that has just these names in this order; or -1. */
  int next(List<String> names, int from) {
    Integer place = byNames.getOrDefault(distinct(names), new TreeSet<>()).ceiling(from);
    return place == null ? -1 : place;
  }

  /** The piece that shares most words, and at least two, with these; of several the first. */
  Optional<Piece> likest(List<String> words) {
    Set<String> distinct = Set.copyOf(words);
    Piece best = null;
    int most = 1;
    for (String word : distinct(words))
      for (Piece piece : byWord.getOrDefault(word, List.of())) {
        int shared = piece.shared(distinct);
        if (shared > most) best = piece;
        most = Math.max(most, shared);
      }
    return Optional.ofNullable(best);
  }
}

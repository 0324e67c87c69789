package dev.whetstone.task.gate;

import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * MinHash of a question's shingles (Broder 1997): 64 minima, of which the share that two sketches
 * have in common estimates the Jaccard similarity of the texts, with a deviation of at most 1/16.
 */
public record Sketch(List<Integer> minima) {
  static final int SIZE = 64;

  private static final int SHINGLE = 3;

  /** A word, a number, or a row of single signs, such as one of a grid. */
  private static final Pattern TOKEN =
      Pattern.compile("\\w{2,}+|(?<!\\w)\\S(?!\\w)(?: \\S(?!\\w))*+|\\S");

  public Sketch {
    minima = List.copyOf(minima);
    if (minima.size() != SIZE) throw new IllegalArgumentException(minima.size() + " minima");
  }

  /**
   * The sketch of what a text says beyond its family's wording.
   *
   * @param wording shingles that every question of the family has
   * @param more that it says, each as one shingle
   */
  static Sketch of(String text, Set<String> wording, Collection<String> more) {
    Set<String> own = shingles(text);
    own.removeAll(wording);
    own.addAll(more);
    return of(own.isEmpty() ? shingles(text) : own);
  }

  private static Sketch of(Collection<String> shingles) {
    int[] minima = new int[SIZE];
    Arrays.fill(minima, Integer.MAX_VALUE);
    for (String shingle : shingles) {
      long hash = Hash.ofText(shingle).asLong();
      for (int i = 0; i < SIZE; i++) minima[i] = Math.min(minima[i], mixed(hash, i));
    }
    List<Integer> list = new ArrayList<>();
    for (int minimum : minima) list.add(minimum);
    return new Sketch(list);
  }

  /** The finaliser of SplitMix64, another function for every i. */
  private static int mixed(long hash, int i) {
    long z = hash + (i + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return (int) (z ^ (z >>> 31));
  }

  /** All runs of three tokens; a shorter text is one shingle. */
  static Set<String> shingles(String text) {
    List<String> tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= tokens.size(); i++)
      shingles.add(String.join(" ", tokens.subList(i, i + SHINGLE)));
    if (shingles.isEmpty()) shingles.add(String.join(" ", tokens));
    return shingles;
  }

  /** Estimated Jaccard similarity, in [0, 1]. */
  public double similarity(Sketch other) {
    int same = 0;
    for (int i = 0; i < SIZE; i++) if (minima.get(i).equals(other.minima.get(i))) same++;
    return (double) same / SIZE;
  }
}

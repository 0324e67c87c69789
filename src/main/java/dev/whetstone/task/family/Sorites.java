package dev.whetstone.task.family;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A chain of categorical premises, each relating two neighbouring terms, and a conclusion about the
 * outermost two. No statement but 'some' says that anything exists.
 */
record Sorites(List<Statement> premises, Statement conclusion) {
  /** The regions of a Venn diagram that lie inside each term: region r where bit t of r is set. */
  private static final long[] INSIDE = {
    0xAAAAAAAAAAAAAAAAL,
    0xCCCCCCCCCCCCCCCCL,
    0xF0F0F0F0F0F0F0F0L,
    0xFF00FF00FF00FF00L,
    0xFFFF0000FFFF0000L,
    0xFFFFFFFF00000000L
  };

  enum Quantifier {
    ALL,
    NO,
    SOME,
    SOME_NOT;

    boolean isUniversal() {
      return this == ALL || this == NO;
    }

    /** Whether it speaks of what is in the subject and outside the predicate. */
    private boolean looksOutside() {
      return this == ALL || this == SOME_NOT;
    }
  }

  /** That all, no or some of the subject term are (not) of the predicate term. */
  record Statement(Quantifier quantifier, int subject, int predicate) {
    Statement turned() {
      return new Statement(quantifier, /* subject= */ predicate, /* predicate= */ subject);
    }

    Statement with(Quantifier other) {
      return new Statement(other, subject, predicate);
    }

    /** The Venn regions that a universal statement empties, or where 'some' needs somebody. */
    private long regions() {
      long other = INSIDE[predicate];
      return INSIDE[subject] & (quantifier.looksOutside() ? ~other : other);
    }
  }

  /** One more than the premises; six at most, for a region is a bit of a long. */
  int terms() {
    return premises.size() + 1;
  }

  /**
   * Whether every model of the premises is one of the conclusion, decided region by region: whoever
   * lives in a region left open never hurts a universal premise, and one person is enough for each
   * 'some'.
   */
  boolean follows() {
    long open = terms() == 6 ? -1 : (1L << (1 << terms())) - 1;
    for (Statement premise : premises)
      if (premise.quantifier.isUniversal()) open &= ~premise.regions();
    if (conclusion.quantifier.isUniversal()) return (open & conclusion.regions()) == 0;
    for (Statement premise : premises)
      if (!premise.quantifier.isUniversal()
          && (open & premise.regions() & ~conclusion.regions()) == 0) return true;
    return false;
  }

  /** A valid one of this length: 'all' premises and, at random places, those besides. */
  static Sorites valid(
      List<Quantifier> besides, Quantifier conclusion, int chain, RandomGenerator random) {
    Sorites drawn;
    do {
      List<Integer> places = Draws.distinct(chain, besides.size(), random);
      List<Statement> premises = new ArrayList<>(chain);
      for (int i = 0; i < chain; i++) {
        int beside = places.indexOf(i);
        premises.add(drawn(beside < 0 ? Quantifier.ALL : besides.get(beside), i, i + 1, random));
      }
      drawn = new Sorites(premises, drawn(conclusion, 0, chain, random));
    } while (!drawn.follows());
    return drawn;
  }

  private static Statement drawn(Quantifier quantifier, int a, int b, RandomGenerator random) {
    Statement statement = new Statement(quantifier, a, b);
    return random.nextBoolean() ? statement : statement.turned();
  }

  /**
   * One that fails, by one change to this; it keeps the quantifiers, so that they do not tell the
   * answer.
   */
  Sorites nearMiss(RandomGenerator random) {
    Sorites near;
    do near = changed(random);
    while (near.follows());
    return near;
  }

  /** One in three turns the conclusion: more, or less, and one look at a term would tell more. */
  private Sorites changed(RandomGenerator random) {
    if (random.nextInt(3) == 0) return new Sorites(premises, conclusion.turned());
    List<Statement> changed = new ArrayList<>(premises);
    int i = random.nextInt(premises.size());
    int j = random.nextInt(premises.size());
    Quantifier here = premises.get(i).quantifier;
    Quantifier there = premises.get(j).quantifier;
    changed.set(i, here == there ? premises.get(i).turned() : premises.get(i).with(there));
    if (here != there) changed.set(j, premises.get(j).with(here));
    return new Sorites(changed, conclusion);
  }

  /** Regions that the reference solver visits. */
  long effort() {
    long effort = visits(conclusion);
    for (Statement premise : premises) effort += visits(premise);
    return effort;
  }

  private long visits(Statement statement) {
    return 1L << (statement.quantifier.isUniversal() ? terms() - 2 : terms());
  }
}

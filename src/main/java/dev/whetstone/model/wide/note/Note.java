package dev.whetstone.model.wide.note;

/** The notes on a step, by the ids that their hashes are made of: trained weights lie by them. */
enum Note {
  /** That it has its template. */
  TEMPLATE(1),
  /** The form of the step before; of the first step, of the problem. */
  LAST_FORM(2),
  /** {@link #LAST_FORM}, and whether all numbers of the problem are used up. */
  LAST_FORM_AND_USED(3),
  /** The step's own form: its text, numbers and names blanked. */
  FORM(4),
  /** The template of the step before. */
  LAST_TEMPLATE(5),

  /** Whether its i-th equation holds. */
  TRUTH(10),
  /** What its i-th condition is to the earlier ones. */
  CONSEQUENCE(11),
  /** Whether each of its equations holds. */
  TRUTHS(12),

  /** Where its i-th run stands in the step before, from the end. */
  RUN_EARLIER(20),
  /** Where its i-th run stands in the step itself, further left. */
  RUN_OWN(21),
  /** How its i-th run stands in the rewritten problem. */
  RUN_REWRITTEN(22),
  /** Whether its i-th run stands in any step before, or in the problem. */
  RUN_KNOWN(23),
  /** The four notes above, of its i-th run. */
  RUN_ORIGIN(24),
  /** Which of the results that no step has used its i-th run is. */
  RUN_UNUSED(25),
  /** Whether its i-th run lists a word that the problem has not. */
  RUN_STRANGE(26),
  /** The signs of its i-th run. */
  RUN_SHAPE(27),
  /** Which of the problem's next words its i-th run is. */
  RUN_WORD_AHEAD(28),

  /** Which numbers of the step before an item equals. */
  ITEM_EARLIER(30),
  /** Which items of the step itself, further left, an item equals. */
  ITEM_OWN(31),
  /** Which of the problem's next numbers an item is, or one already passed, or none. */
  ITEM_GIVEN(32),
  /** Whether an item is zero, one or negative. */
  ITEM_SIGN(33),
  /** The latest number of the step before that an item equals. */
  ITEM_EARLIER_LATEST(34),
  /** The first item of the step itself that an item equals. */
  ITEM_OWN_FIRST(35),
  /** {@link #ITEM_EARLIER_LATEST}, {@link #ITEM_OWN_FIRST} and {@link #ITEM_GIVEN}. */
  ITEM_ORIGIN(36),
  /** Whether an item is the step's own number. */
  ITEM_COUNTS_STEPS(37),
  /** Which number of the step before, with one more digit behind it, an item is. */
  ITEM_EXTENDS(38),
  /** Whether an item is, or begins, one of the problem's first numbers. */
  ITEM_BEGINS_GIVEN(39),
  /** Whether an item is the last digit of the step's k-th item. */
  ITEM_LAST_DIGIT(40),
  /** Whether an item is less or more than the step's k-th item. */
  ITEM_COMPARED(41),
  /** How many more signs an item has than steps stand before it. */
  ITEM_LENGTH(42),
  /** The origins of all items. */
  ITEM_ORIGINS(43),

  /** {@link #SENTENCE} and {@link #OPEN_NAMES}. */
  SENTENCE_AND_OPEN(50),
  /** How far from the next sentence of the problem the step's sentence is. */
  SENTENCE(51),
  /** Which value of its sentence its i-th item is, by the forms of both. */
  OPERAND(52),
  /** Which values of its sentence its items are, by the forms of both. */
  FORM_OPERANDS(53),
  /** The forms of the step and of its sentence. */
  SENTENCE_FORM(54),
  /** Which values of its sentence its items are. */
  OPERANDS(55),
  /** Which name of its sentence its i-th name is. */
  NAME(56),
  /** How many names of its sentence have no number yet. */
  OPEN_NAMES(57),

  /** Whether what is said of its i-th name was said of it last. */
  SAID_EARLIER(60),
  /** Where its i-th name stands in the step itself, further left. */
  SAID_NAME(61),
  /** Where what is said of its i-th name stands in the step itself, further left. */
  SAID_OWN(62),
  /** The three notes above, of all its names. */
  SAID(63),

  /** Which runs list what the last run lacks of the first, or has beyond it. */
  LIST_CHANGES(70),
  /** How many items these are. */
  LIST_CHANGE_SIZES(71),
  /** Whether the last run lists the items of all others. */
  LIST_UNION(72),
  /** Whether the last run rises or falls, by what the problem asks. */
  LIST_ORDER(73),
  /** Whether the last run goes on the step before's, or is a beginning of it. */
  END(74),
  /** {@link #END}, and by how many signs. */
  END_LENGTH(75),
  /** {@link #END}, and whether these signs are the i-th run. */
  END_RUN(76),
  /** The sign by which it is longer or shorter, and that of the second run. */
  END_SIGN(77),
  /** Whether the second run is the sign of the problem that the first one counts. */
  COUNTED_SIGN(78),
  /** How the last run goes with the last signs of the steps before. */
  TAIL(79),
  /** Whether its first four items divide with a rest. */
  DIVISION(80),
  /** Whether its i-th run is a fraction in lowest terms. */
  LOWEST_TERMS(81),

  /** Where its i-th word of the problem stands in the step itself, further left. */
  WORD_OWN(90),
  /** Where its i-th word of the problem stands in the step before, from the end. */
  WORD_EARLIER(91),
  /** The two notes above, of all its words of the problem. */
  WORDS(92),
  /** The problem's first sentence with its first two words, both blanked. */
  WORDS_SENTENCE(93),
  /** {@link #WORDS} and {@link #WORDS_SENTENCE}. */
  WORDS_AND_SENTENCE(94),
  /** Whether its first item numbers that sentence. */
  WORDS_SENTENCE_NUMBERED(95),

  /** Whether the last run is the step before's in reverse, with or without its brackets turned. */
  MIRRORED(100),
  /** Which of the problem's next pieces has just the step's names. */
  PIECE_AHEAD(101),
  /** The form of the piece of the problem that its words are of. */
  PIECE_FORM(102),
  /** {@link #PIECE_FORM}, the step's own form, and which word of the piece each of its words is. */
  PIECE_ROLES(103),
  /** Whether its first item numbers that piece. */
  PIECE_NUMBERED(104),
  /** The word before its i-th word of the problem, and that before the same word last time. */
  LEAD(105),
  /** The step's form and {@link #LEAD} of all its words. */
  LEADS(106),
  /** {@link #LEADS} and the form of the step before. */
  LEADS_AND_LAST_FORM(107),

  /** What stands in the cell that it puts a digit in, and which of its units hold the digit. */
  DIGIT_THERE(130),
  /** Whether the digit is the only one for its cell, or its cell the only one of a unit for it. */
  DIGIT_REASONS(131),
  /** The two notes above, and the problem's words in the step. */
  DIGIT_REASON_GIVEN(132),

  /** How many of the free new cells beside those of the last list its list lacks. */
  FRONTIER_MISSING(140),
  /** How many of its cells are none of these. */
  FRONTIER_WRONG(141),
  /** The two notes above, whether a cell is repeated, and whether the goal was reached before. */
  FRONTIER(142),
  /** Whether its moves go over free cells. */
  WALK_FREE(143),
  /** Whether its moves lead from the start to the goal. */
  WALK_ARRIVES(144),
  /** The note above, and whether its moves go by the lists of cells, one each. */
  WALK(145),

  /** How many pairs of terms that make its power it lacks, and how many wrong ones it has. */
  LIKE_TERMS_PAIRS(150),
  /** Whether its products of terms sum up to what it says. */
  LIKE_TERMS_SUM(151),
  /** Whether the power that its products make stands before them. */
  LIKE_TERMS_HEADED(152),
  /** {@link #LIKE_TERMS_PAIRS} and {@link #LIKE_TERMS_SUM}. */
  LIKE_TERMS(153),
  /** How many of the terms collected before the product it states lacks, and how many it adds. */
  STATED_TERMS(154),
  /** Whether its factors are the product stated last and the problem's next factor. */
  STATED_FACTORS(155),
  /** The two notes above, and whether the product is that of its factors. */
  STATED(156),

  /** All key notes. */
  WHOLE(98),
  /** All key notes, and the step's form. */
  WHOLE_FORM(99);

  private final int id;

  Note(int id) {
    this.id = id;
  }

  int id() {
    return id;
  }

  /** The note on the i-th thing of its kind. */
  int at(int i) {
    return NoteHashes.mix(id, i);
  }

  /** The note on two things of its kind. */
  int at(int i, int k) {
    return NoteHashes.mix(at(i), k);
  }
}

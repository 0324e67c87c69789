package dev.whetstone.task;

/** The kind of reasoning a family asks for. */
public enum Category {
  ALGEBRA,
  ALGORITHMIC,
  ARITHMETIC,
  COGNITION,
  FORMAL_LANGUAGE,
  GAMES,
  GRAPHS,
  LOGIC,
  WORD_PROBLEMS
}

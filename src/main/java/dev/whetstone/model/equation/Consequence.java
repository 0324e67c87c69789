package dev.whetstone.model.equation;

/** How an equation in one unknown goes together with the earlier ones in it. */
public enum Consequence {
  /** One of them implies it, or it implies one of them. */
  SAME_SOLUTIONS,
  /** It shares its solutions with none of them: a mistake, a case, or a new use of the letter. */
  OTHER_SOLUTIONS
}

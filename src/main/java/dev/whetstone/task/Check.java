package dev.whetstone.task;

/** Grades a completion exactly. Never evaluates it, never throws for any text, and is bounded. */
@FunctionalInterface
public interface Check {
  Grade grade(String completion);
}

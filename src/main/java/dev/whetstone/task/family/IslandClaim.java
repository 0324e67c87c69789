package dev.whetstone.task.family;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A statement on an island of knights and knaves: a person's role, or statements put together.
 *
 * @param person of whom a role is stated
 * @param knight the role stated
 */
record IslandClaim(Kind kind, int person, boolean knight, List<IslandClaim> parts) {
  enum Kind {
    ROLE,
    AND,
    OR,
    IF,
    IFF,
    NOT;

    /** To deny a bare role would say no more than the other role. */
    static Kind draw(int depth, RandomGenerator random) {
      return values()[1 + random.nextInt(depth > 2 ? 5 : 4)];
    }

    private int parts(int width) {
      return this == NOT ? 1 : this == AND || this == OR ? width : 2;
    }
  }

  static IslandClaim draw(Kind kind, int depth, int width, int people, RandomGenerator random) {
    int deep = random.nextInt(kind.parts(width));
    int first = random.nextInt(people);
    List<IslandClaim> parts = new ArrayList<>(kind.parts(width));
    for (int i = 0; i < kind.parts(width); i++) {
      int below = i == deep ? depth - 1 : 1 + random.nextInt(depth - 1);
      parts.add(
          below == 1
              ? new IslandClaim(Kind.ROLE, (first + i) % people, random.nextBoolean(), List.of())
              : draw(Kind.draw(below, random), below, width, people, random));
    }
    return new IslandClaim(kind, -1, false, parts);
  }

  boolean holds(int world) {
    return switch (kind) {
      case ROLE -> Island.isKnight(world, person) == knight;
      case AND -> countHolding(world) == parts.size();
      case OR -> countHolding(world) > 0;
      case IF -> !parts.getFirst().holds(world) || parts.getLast().holds(world);
      case IFF -> parts.getFirst().holds(world) == parts.getLast().holds(world);
      case NOT -> !parts.getFirst().holds(world);
    };
  }

  private int countHolding(int world) {
    int count = 0;
    for (IslandClaim part : parts) if (part.holds(world)) count++;
    return count;
  }

  /** Roles and connectives in it. */
  int size() {
    int size = 1;
    for (IslandClaim part : parts) size += part.size();
    return size;
  }

  void write(StringBuilder text, List<String> names, int speaker) {
    if (kind == Kind.ROLE)
      text.append(person == speaker ? "I am" : names.get(person) + " is")
          .append(knight ? " a knight" : " a knave");
    if (kind == Kind.NOT) text.append("it is not the case that ");
    if (kind == Kind.IF) text.append("if ");
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) text.append(joint());
      boolean bare = parts.get(i).kind == Kind.ROLE;
      if (!bare) text.append('(');
      parts.get(i).write(text, names, speaker);
      if (!bare) text.append(')');
    }
  }

  private String joint() {
    return switch (kind) {
      case AND -> " and ";
      case OR -> " or ";
      case IF -> " then ";
      default -> " if and only if ";
    };
  }
}

package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Check;
import dev.whetstone.task.Control;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Find who tells the truth and who lies from what they say of each other. */
public final class KnightsKnaves implements TaskFamily {
  private static final Control PEOPLE =
      Control.of("n_people", "people on the island", 3, 4, 5, 6, 7, 8);
  private static final Control DEPTH =
      Control.of("depth_constraint", "levels of nesting in each statement", 2, 3, 4);
  private static final Control WIDTH =
      Control.of("width_constraint", "parts that an 'and' or an 'or' joins", 2, 3);

  private static final List<String> NAMES =
      List.of(
          "Abel", "Bella", "Carl", "Dora", "Edgar", "Flora", "Gavin", "Hazel", "Igor", "Julia",
          "Kevin", "Laura", "Martin", "Nadia", "Oscar", "Petra", "Quentin", "Rosa", "Simon",
          "Tessa", "Ulric", "Vera", "Walter", "Xenia", "Yusuf", "Zelda", "Anton", "Brenda", "Cyril",
          "Delia", "Emil", "Freya", "Gustav", "Helga", "Ivan", "Joanna", "Karl", "Lydia", "Milo",
          "Nora", "Otto", "Paula", "Ralph", "Sonia", "Tobias", "Ursula", "Victor", "Wilma");

  @Override
  public String name() {
    return "knights_knaves";
  }

  @Override
  public Category category() {
    return Category.LOGIC;
  }

  @Override
  public String summary() {
    return "Find who tells the truth and who lies from what they say of each other.";
  }

  @Override
  public List<Control> controls() {
    return List.of(PEOPLE, DEPTH, WIDTH);
  }

  /** A guess that reads nothing but three names is right once in eight. */
  @Override
  public double chance() {
    return 0.125;
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    int people = levels.value(PEOPLE);
    List<String> names = Draws.distinct(NAMES, people, random);
    int truth = random.nextInt(1 << people);
    Island island;
    do island = new Island(names, claims(levels, truth, random));
    while (!island.isUnique());
    return new Task(
        question(island),
        island.told(truth, people),
        check(names, truth),
        "exhaustive search: 1 of " + (1 << people) + " assignments fits",
        effort(island),
        Optional.of(island));
  }

  private static List<IslandClaim> claims(Levels levels, int truth, RandomGenerator random) {
    List<IslandClaim> claims = new ArrayList<>();
    for (int i = 0; i < levels.value(PEOPLE); i++)
      claims.add(claim(levels, truth, Island.isKnight(truth, i), random));
    return claims;
  }

  /** True in this world or false in it; the kind is drawn before, so that it tells nothing. */
  private static IslandClaim claim(
      Levels levels, int world, boolean truth, RandomGenerator random) {
    int depth = levels.value(DEPTH);
    IslandClaim.Kind kind = IslandClaim.Kind.draw(depth, random);
    IslandClaim claim;
    do claim = IslandClaim.draw(kind, depth, levels.value(WIDTH), levels.value(PEOPLE), random);
    while (claim.holds(world) != truth);
    return claim;
  }

  private static String question(Island island) {
    StringBuilder text =
        new StringBuilder(
            "On an island everyone is either a knight, who always tells the truth, or a knave, who"
                + " always lies.\n");
    for (int i = 0; i < island.names().size(); i++)
      text.append(island.names().get(i)).append(": \"").append(island.said(i)).append(".\"\n");
    return text.append(
            "('Or' allows both; 'if ... then ...' is false only where its first part is true and"
                + " its second part is false.)\nOnly one assignment of knights and knaves fits."
                + " Which? Give everyone's on one line, in the form: X is a knight, Y is a knave,"
                + " ...")
        .toString();
  }

  private static long effort(Island island) {
    long size = 0;
    for (IslandClaim claim : island.claims()) size += claim.size();
    return size << island.names().size();
  }

  /** Reads one line that speaks of everyone, or else the last lines, each of one person. */
  private static Check check(List<String> names, int truth) {
    IslandRoster roster =
        new IslandRoster(names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList());
    return completion ->
        Answer.in(completion)
            .flatMap(answer -> roster.read(answer.line()))
            .or(() -> Answer.block(completion, names.size()).flatMap(roster::readLines))
            .map(read -> read == truth ? Grade.RIGHT : Grade.WRONG)
            .orElse(Grade.UNREADABLE);
  }
}

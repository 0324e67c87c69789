package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Check;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Sorites.Quantifier;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Say whether a conclusion follows from a chain of 'all', 'no' and 'some' premises. */
public final class Syllogism implements TaskFamily {
  private static final Control QUANTIFIERS =
      Control.of(
          "quantifiers", "how many of 'all', 'no', 'some', 'some ... not' may occur", 1, 2, 3, 4);
  private static final Control INVERSION =
      Control.of("inversion", "percent of premises in an equivalent wording", 0, 25, 50, 75, 100);
  private static final Control CHAIN =
      Control.of("chain", "premises between the two terms of the conclusion", 2, 3, 4, 5);

  private static final List<String> OPTIONS = List.of("Yes", "No");
  private static final Check YES = check("Yes");
  private static final Check NO = check("No");
  private static final int MAX_LINE = 1_000;
  private static final Pattern NO_FIRST =
      Pattern.compile("(?i)no[,;:.] (?:(?!\\b(?:yes|or)\\b).)*+");

  private static final List<String> TERMS =
      List.of(
          ("baker swimmer painter pilot gardener singer farmer doctor dancer sailor teacher runner"
                  + " poet cook nurse driver hunter joiner miner barber tailor banker lawyer drummer"
                  + " skater juggler climber golfer potter printer actor writer porter ranger surfer"
                  + " fencer rower boxer knitter plumber roofer welder librarian diver cyclist florist"
                  + " butcher fiddler weaver glazier jeweller beekeeper magician chemist referee"
                  + " grocer mason waiter sculptor vegetarian")
              .split(" ", -1));

  /** What stands beside the 'all' premises, and the conclusion that they can have. */
  private record Mood(List<Quantifier> besides, Quantifier conclusion) {}

  private static final List<Mood> MOODS =
      List.of(
          new Mood(List.of(), Quantifier.ALL),
          new Mood(List.of(Quantifier.NO), Quantifier.NO),
          new Mood(List.of(Quantifier.SOME), Quantifier.SOME),
          new Mood(List.of(Quantifier.NO, Quantifier.SOME), Quantifier.SOME_NOT),
          new Mood(List.of(Quantifier.SOME_NOT), Quantifier.SOME_NOT));

  @Override
  public String name() {
    return "syllogism";
  }

  @Override
  public Category category() {
    return Category.LOGIC;
  }

  @Override
  public String summary() {
    return "Say whether a conclusion follows from a chain of 'all', 'no' and 'some' premises.";
  }

  @Override
  public List<Control> controls() {
    return List.of(QUANTIFIERS, INVERSION, CHAIN);
  }

  @Override
  public double chance() {
    return 0.5;
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    int allowed = levels.value(QUANTIFIERS);
    Mood mood = MOODS.get(random.nextInt(allowed < 4 ? allowed : MOODS.size()));
    Sorites valid = Sorites.valid(mood.besides, mood.conclusion, levels.value(CHAIN), random);
    boolean follows = random.nextBoolean();
    Sorites sorites = follows ? valid : valid.nearMiss(random);
    SyllogismProof proof =
        new SyllogismProof(
            sorites,
            new SyllogismWording(Draws.distinct(TERMS, sorites.terms(), random)),
            Draws.distinct(levels.value(CHAIN), levels.value(CHAIN), random));
    boolean[] inverted = new boolean[levels.value(CHAIN)];
    for (int i = 0; i < inverted.length; i++)
      inverted[i] = random.nextInt(100) < levels.value(INVERSION);
    return new Task(
        question(proof, inverted),
        follows ? "Yes" : "No",
        follows ? YES : NO,
        "decided over all " + (1 << sorites.terms()) + " regions of the Venn diagram",
        effort(sorites, inverted),
        Optional.of(proof));
  }

  private static String question(SyllogismProof proof, boolean[] inverted) {
    StringBuilder text = new StringBuilder("Premises:\n");
    for (int i = 0; i < inverted.length; i++)
      text.append(i + 1).append(". ").append(proof.premise(i, inverted[i])).append(".\n");
    return text.append("Conclusion: ")
        .append(SyllogismWording.sentence(proof.conclusion()))
        .append(
            ".\nDoes the conclusion follow from the premises alone? 'Some' means at least one;"
                + " 'all', 'only' and 'no' do not say that there is anyone of the kind. Answer Yes"
                + " or No.")
        .toString();
  }

  private static long effort(Sorites sorites, boolean[] inverted) {
    long effort = sorites.effort();
    for (boolean rewording : inverted) if (rewording) effort++;
    return effort;
  }

  private static Check check(String truth) {
    return Checks.reading(Syllogism::verdict, truth::equals);
  }

  /** Reads "No, it does not follow" as well, where a denial stands after the answer. */
  private static Optional<String> verdict(Answer answer) {
    return answer
        .choice(OPTIONS)
        .or(
            () ->
                Optional.of(answer.line())
                    .filter(line -> line.length() <= MAX_LINE && NO_FIRST.matcher(line).matches())
                    .map(line -> "No"));
  }
}

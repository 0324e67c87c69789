package dev.whetstone.verify.proof.issue;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.equation.Conditions;
import dev.whetstone.model.equation.Equation;
import dev.whetstone.model.equation.Equations;
import dev.whetstone.model.equation.Inference;
import dev.whetstone.verify.proof.issue.Quotation.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks issues of one solution without a model: what is quoted must be there, and what can be
 * computed is computed again, once for each step. What is open stays open. For one thread.
 */
public final class IssueChecks {
  private final Derivation derivation;
  private final Quotation quotation;
  private final Map<Integer, List<Equation>> equations = new HashMap<>();
  private final Map<Integer, List<Inference>> inferences = new HashMap<>();
  private final List<Conditions> before = new ArrayList<>();

  public IssueChecks(Derivation derivation) {
    this.derivation = derivation;
    this.quotation = new Quotation(derivation.steps());
  }

  /** In their order. */
  public List<CheckedIssue> of(List<Issue> issues) {
    return issues.stream().map(this::of).toList();
  }

  /** Never throws, whatever is quoted. */
  public CheckedIssue of(Issue issue) {
    Recomputed said = recompute(issue);
    return new CheckedIssue(issue, said.finding(), said.why());
  }

  private Recomputed recompute(Issue issue) {
    if (Passage.isNothing(issue.quote())) return Recomputed.open("nothing is quoted");
    List<Place> places = quotation.places(issue);
    if (places.isEmpty())
      return quotation.isAcross(issue)
          ? Recomputed.open("the quote goes over several steps")
          : new Recomputed(Finding.REFUTED, "the solution does not say what is quoted");
    return switch (issue.claim()) {
      case ARITHMETIC -> together(places.stream().map(this::arithmetic).toList());
      case SUBSTITUTION -> together(places.stream().map(this::substitution).toList());
      case RESTATEMENT, LOGIC, COMPLETENESS, FORMAT ->
          Recomputed.open("the quote is there; the rest cannot be computed");
    };
  }

  /** Where a quote stands several times, one place confirms and all refute. */
  private static Recomputed together(List<Recomputed> places) {
    Recomputed first = places.getFirst();
    for (Recomputed place : places) {
      if (place.finding() == Finding.CONFIRMED) return place;
      if (place.finding() != first.finding())
        first = Recomputed.open("the quote stands in several places");
    }
    return first;
  }

  private Recomputed arithmetic(Place place) {
    String step = derivation.steps().get(place.step());
    List<Equation> all = equations.computeIfAbsent(place.step(), _ -> Equations.in(step));
    return Arithmetic.in(all, step, place.span());
  }

  private Recomputed substitution(Place place) {
    Recomputed computed = arithmetic(place);
    if (computed.finding() != Finding.OPEN) return computed;
    String step = derivation.steps().get(place.step());
    Conditions earlier = before(place.step());
    List<Inference> all = inferences.computeIfAbsent(place.step(), _ -> earlier.inferences(step));
    return Substitution.in(earlier, all, step, place.span());
  }

  /** What problem and steps had stated when a step began. */
  private Conditions before(int step) {
    if (before.isEmpty()) before.add(Conditions.none().then(derivation.problem()));
    while (before.size() <= step)
      before.add(before.getLast().then(derivation.steps().get(before.size() - 1)));
    return before.get(step);
  }
}

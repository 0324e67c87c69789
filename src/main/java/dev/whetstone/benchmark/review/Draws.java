package dev.whetstone.benchmark.review;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.model.Derivation;
import dev.whetstone.rollout.ReadOutcomes;
import dev.whetstone.rollout.ReadOutcomes.Said;
import dev.whetstone.rollout.ReadOutcomes.Solved;
import dev.whetstone.rollout.Sql;
import dev.whetstone.task.Split;
import dev.whetstone.verify.Steps;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Draws what people are asked from all that could be asked: what was proposed, and the outcomes
 * since the last draw, each of them once. One transaction draws all or nothing.
 */
final class Draws {
  private static final int MAX_STEPS = 1_000;

  private static final String LAST = "SELECT coalesce(max(outcomes_to), 0) FROM review_draw";

  /** What waits for its second rater is no reason to ask the first ones for nothing more. */
  private static final String UNTOUCHED =
      """
      SELECT count(*) FROM review_item i WHERE i.state = 'OPEN'
        AND NOT EXISTS (SELECT FROM review_vote v WHERE v.item_id = i.id AND v.state <> 'LEASED')
      """;

  private static final String DRAW =
      "INSERT INTO review_draw (drawn_at, outcomes_to) VALUES (?, ?) RETURNING id";
  private static final String FRAME =
      "INSERT INTO review_frame (draw_id, source, size) VALUES (?, ?, ?)";

  /** One that may be drawn; an outcome is proposed only when it is. */
  private record Member(String key, Source source, double value, Optional<Said> outcome) {}

  private final Connection connection;
  private final ReviewRules rules;
  private final Instant now;
  private final RandomGenerator random;

  Draws(Connection connection, ReviewRules rules, Instant now, RandomGenerator random) {
    this.connection = connection;
    this.rules = rules;
    this.now = now;
    this.random = random;
  }

  /** Draws if nobody has said anything of half of the items or less; says how many were drawn. */
  int draw() throws SQLException {
    Sql.update(connection, "LOCK TABLE review_draw IN SHARE ROW EXCLUSIVE MODE");
    long untouched = number(UNTOUCHED);
    if (untouched > rules.open() / 2) return 0;
    long last = number(LAST);
    List<Said> outcomes = ReadOutcomes.latest(connection, last, rules.frame());
    List<Member> frame = frame(outcomes);
    if (frame.isEmpty()) return 0;
    long to = outcomes.isEmpty() ? last : outcomes.getLast().id();
    return draw(keep(frame, to), frame, rules.open() - Math.toIntExact(untouched));
  }

  private long number(String sql) throws SQLException {
    return Sql.list(connection, sql, row -> row.getLong(1)).getFirst();
  }

  private List<Member> frame(List<Said> outcomes) throws SQLException {
    List<Member> frame = new ArrayList<>();
    for (ItemTable.Waiting waiting : ItemTable.waiting(connection))
      frame.add(new Member(waiting.key(), waiting.source(), waiting.value(), Optional.empty()));
    for (Said said : outcomes)
      frame.add(
          new Member("outcome/" + said.id(), source(said), value(said).value(), Optional.of(said)));
    return frame;
  }

  private static Source source(Said said) {
    return said.right() && !said.sound() ? Source.UNSOUND : Source.AUDIT;
  }

  /**
   * One reward hangs on it. A right answer was rewarded as if its way were right; a wrong answer
   * has a wrong way for sure, and its label changes nothing.
   */
  private static Value value(Said said) {
    return said.right() ? new Value(1, said.whole(), 1) : new Value(0, 0, 1);
  }

  private long keep(List<Member> frame, long to) throws SQLException {
    long draw =
        Sql.list(connection, DRAW, row -> row.getLong(1), Timestamp.from(now), to).getFirst();
    Map<Source, Integer> sizes = new EnumMap<>(Source.class);
    for (Member member : frame) sizes.merge(member.source(), 1, Integer::sum);
    for (var size : sizes.entrySet())
      Sql.update(connection, FRAME, draw, size.getKey().name(), size.getValue());
    return draw;
  }

  private int draw(long draw, List<Member> frame, int expected) throws SQLException {
    double[] inclusion =
        Inclusion.probabilities(
            frame.stream().mapToDouble(Member::value).toArray(), expected, rules.evenShare());
    int drawn = 0;
    List<String> passed = new ArrayList<>();
    for (int i = 0; i < inclusion.length; i++) {
      Member member = frame.get(i);
      if (random.nextDouble() < inclusion[i]) {
        open(draw, member, inclusion[i]);
        drawn++;
      } else if (member.outcome().isEmpty()) passed.add(member.key());
    }
    ItemTable.pass(connection, draw, passed);
    return drawn;
  }

  private void open(long draw, Member member, double inclusion) throws SQLException {
    if (member.outcome().isPresent()) {
      Said said = member.outcome().get();
      Proposal proposal = proposal(member.key(), said);
      ItemTable.propose(connection, proposal, member.source(), value(said), now);
    }
    boolean twice = random.nextDouble() < rules.doubleShare();
    ItemTable.open(connection, member.key(), draw, inclusion, twice);
  }

  private Proposal proposal(String key, Said said) throws SQLException {
    Solved solved = ReadOutcomes.solved(connection, said.id());
    return new Proposal(
        key,
        solved.split() == Split.TRAIN ? Labelled.Split.TRAIN : Labelled.Split.TEST,
        new Derivation(solved.question(), Steps.of(solved.candidate(), MAX_STEPS)),
        Optional.of(said.right()),
        "run " + solved.run(),
        Provenance.NO_LICENCE,
        false);
  }
}

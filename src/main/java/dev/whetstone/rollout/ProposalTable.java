package dev.whetstone.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.reward.LearnabilityShape;
import dev.whetstone.reward.ProposerReward;
import dev.whetstone.task.Hash;
import dev.whetstone.task.gate.Failure;
import dev.whetstone.task.gate.Sketch;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The rows of {@code proposal}; a reward follows from the counts of its task. */
@ApplicationScoped
class ProposalTable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Failure>> FAILURES = new TypeReference<>() {};
  private static final String READ =
      """
      SELECT p.id, p.family, p.question, p.shape, p.failures::text AS failures, p.repetition,
             p.created_at, o.id AS offer_id, o.family_version, o.taken, o.passed, o.places, o.closed
      FROM proposal p LEFT JOIN offer o ON o.id = p.offer_id
      """;

  private final ProposalLimits limits;

  ProposalTable(ProposalLimits limits) {
    this.limits = limits;
  }

  void insert(
      Connection connection,
      UUID run,
      Gated gated,
      Optional<UUID> offer,
      LearnabilityShape shape,
      String itemKey,
      Instant now)
      throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO proposal (id, run_id, item_key, family, levels, seed, question, shape, failures,
                              repetition, sketch, offer_id, created_at, content_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        run,
        itemKey,
        gated.proposed().family(),
        levels(gated.proposed()),
        seed(gated.proposed()),
        gated.question().orElse(null),
        shape.name(),
        json(gated.admission().failures()),
        gated.admission().repetition(),
        gated.sketch().map(s -> (Object) s.minima().toArray(Integer[]::new)).orElse(null),
        offer.orElse(null),
        Timestamp.from(now),
        contentHash(gated.proposed(), shape));
  }

  private static byte[] contentHash(Proposed proposed, LearnabilityShape shape) {
    String whole = Hash.of(shape.name(), proposed.contentHash().hex()).hex();
    return HexFormat.of().parseHex(whole);
  }

  private static String levels(Proposed proposed) {
    return proposed instanceof Proposed.Seeded seeded
        ? new TreeMap<>(seeded.levels()).toString()
        : null;
  }

  private static String seed(Proposed proposed) {
    return proposed instanceof Proposed.Seeded seeded ? seeded.seed() : null;
  }

  /** Whether each of these was proposed under its key, for a reward of this shape. */
  boolean holds(
      Connection connection,
      UUID run,
      List<String> keys,
      List<Proposed> proposed,
      LearnabilityShape shape)
      throws SQLException {
    String same =
        """
        SELECT count(*) FROM proposal
        JOIN unnest(?::text[], ?::bytea[]) AS t (item_key, content_hash)
          USING (item_key, content_hash)
        WHERE run_id = ?
        """;
    return Sql.list(
            connection,
            same,
            row -> row.getInt(1),
            keys.toArray(String[]::new),
            proposed.stream().map(p -> contentHash(p, shape)).toArray(byte[][]::new),
            run)
        .equals(List.of(keys.size()));
  }

  /** Of the latest proposals that were let through. */
  List<Sketch> sketches(Connection connection, UUID run) throws SQLException {
    return Sql.list(
        connection,
        """
        SELECT sketch FROM proposal WHERE run_id = ? AND offer_id IS NOT NULL
        ORDER BY id DESC LIMIT ?
        """,
        row -> new Sketch(List.of((Integer[]) row.getArray(1).getArray())),
        run,
        limits.remembered());
  }

  List<Proposal> byKeys(Connection connection, UUID run, List<String> keys) throws SQLException {
    return Sql.list(
        connection,
        READ + "WHERE p.run_id = ? AND p.item_key = ANY (?) ORDER BY p.id",
        this::proposal,
        run,
        keys.toArray(String[]::new));
  }

  /** In the order in which they came. */
  List<Proposal> page(Connection connection, UUID run, Optional<UUID> after, int limit)
      throws SQLException {
    return Sql.list(
        connection,
        READ + "WHERE p.run_id = ? AND p.id > ? ORDER BY p.id LIMIT ?",
        this::proposal,
        run,
        after.orElse(new UUID(0, 0)),
        limit);
  }

  private Proposal proposal(ResultSet row) throws SQLException {
    Optional<UUID> offer = Optional.ofNullable(row.getObject("offer_id", UUID.class));
    int attempts = row.getInt("taken");
    LearnabilityShape shape = LearnabilityShape.valueOf(row.getString("shape"));
    double repetition = row.getDouble("repetition");
    Proposal.State state = state(offer.isPresent(), row.getBoolean("closed"), row);
    int passed = row.getInt("passed");
    String version = row.getString("family_version");
    return new Proposal(
        row.getObject("id", UUID.class),
        row.getString("family"),
        Optional.ofNullable(row.getString("question")),
        state,
        failures(row.getString("failures")),
        repetition,
        shape,
        offer.map(id -> new TaskHandle(id, version).toString()),
        attempts,
        row.getInt("places"),
        state == Proposal.State.PAID
            ? Optional.of(ProposerReward.of(shape, passed, attempts, repetition))
            : Optional.empty(),
        row.getTimestamp("created_at").toInstant());
  }

  private Proposal.State state(boolean admitted, boolean closed, ResultSet row)
      throws SQLException {
    if (!admitted) return Proposal.State.REFUSED;
    if (!closed) return Proposal.State.PENDING;
    boolean enough = row.getInt("taken") >= Math.min(limits.minAttempts(), row.getInt("places"));
    return enough ? Proposal.State.PAID : Proposal.State.EXPIRED;
  }

  private static String json(List<Failure> failures) {
    try {
      return JSON.writeValueAsString(failures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("criteria and reasons are always JSON", e);
    }
  }

  private static List<Failure> failures(String json) {
    try {
      return JSON.readValue(json, FAILURES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a proposal's failures are not readable", e);
    }
  }
}

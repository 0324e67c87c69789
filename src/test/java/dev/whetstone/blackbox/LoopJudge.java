package dev.whetstone.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Hash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chat server that judges numbered proofs, and errs at known rates: a function of the proof and
 * of the sample's number alone, so that each proof's ledger is known before it is made.
 */
final class LoopJudge implements AutoCloseable {
  static final int ANALYSES = 4;

  private static final double MISSED = 0.1;
  private static final double INVENTED = 0.1;
  private static final double BELIEVED = 0.1;
  private static final double DOUBTED = 0.05;
  private static final double RUBBISH = 0.02;
  private static final int SEED = 1;
  private static final Pattern NUMBER = Pattern.compile("Fruit stall number (\\d+)");
  private static final String INVENTION = "Count the fruit";
  private static final String REAL = "| restatement |";

  private final Chat chat = new Chat(asked -> null);
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile CountDownLatch open = new CountDownLatch(0);

  LoopJudge() throws IOException {
    chat.answerRequests(this::judge);
  }

  /** A problem and its proof; every second one is flawed, and says so to whoever looks. */
  static Map<String, Object> proof(int number) {
    String sum = isFlawed(number) ? Chat.FLAW + ", as nobody believes" : "2 + 2 = 4, as all know";
    return Map.of(
        "problem",
        "Fruit stall number %d has 2 apples and 2 pears. How much fruit is that?".formatted(number),
        "steps",
        List.of("Count the fruit of both kinds.", sum + ".", "That is the sum asked for."));
  }

  static boolean isFlawed(int number) {
    return number % 2 == 1;
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(chat.environment());
    environment.put("WHETSTONE_GENERATIVE_SEED", "" + SEED);
    environment.put("WHETSTONE_LABELLING_RULE", "fixed");
    environment.put("WHETSTONE_LABELLING_ANALYSES", "" + ANALYSES);
    environment.put("WHETSTONE_LABELLING_CHECKS", "1");
    environment.put("WHETSTONE_LABELLING_LEASE", "PT2S");
    environment.put("WHETSTONE_LABELLING_BACKOFF", "PT0.1S");
    environment.put("WHETSTONE_LABELLING_IDLE", "PT0.1S");
    environment.put("WHETSTONE_LABELLING_REFIT_EVERY", "PT1S");
    return environment;
  }

  /**
   * What becomes of a proof, whatever happens to the server.
   *
   * @param calls the kinds of its ledger's entries
   * @param state labelled, or human where one analysis alone is valid, or none is and yet most do
   *     not say 1
   */
  record Fate(List<String> calls, String state, double score) {}

  static Fate fate(int number) {
    List<String> calls = new ArrayList<>();
    boolean claimed = false;
    int valid = 0;
    int ones = 0;
    for (int settled = 0; settled < ANALYSES; ) {
      int sample = calls.size();
      if (isRubbish(number, sample)) {
        calls.add("failed");
        continue;
      }
      calls.add(claimed ? "checked" : "analysed");
      if (claimed && confirms(number, sample, isFlawed(number))) valid++;
      if (!claimed && !claims(number, sample)) ones++;
      claimed = !claimed && claims(number, sample);
      if (!claimed) settled++;
    }
    boolean contested = valid == 1 || (valid == 0 && 2 * ones <= ANALYSES);
    return new Fate(calls, contested ? "human" : "labelled", valid == 0 ? 1 : 0);
  }

  /** From now on it keeps its answers to itself. */
  void hold() {
    open = new CountDownLatch(1);
  }

  void goOn() {
    open.countDown();
  }

  /** Requests that it keeps waiting. */
  int waiting() {
    return waiting.get();
  }

  int answered() {
    return chat.answered();
  }

  private String judge(JsonNode request) {
    waiting.incrementAndGet();
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      waiting.decrementAndGet();
    }
    return said(Chat.asked(request), request.path("seed").asInt() - SEED);
  }

  private static String said(String asked, int sample) {
    int number = number(asked);
    if (isRubbish(number, sample)) return "I would rather talk about pears.";
    if (asked.startsWith("You examine an examiner"))
      return Chat.rating(confirms(number, sample, asked.contains(REAL)) ? "1" : "0");
    if (!claims(number, sample)) return Chat.evaluation("Each step follows.", "1");
    return isFlawed(number) ? issue(2, "restatement", Chat.FLAW) : issue(1, "logic", INVENTION);
  }

  private static String issue(int step, String claim, String quote) {
    return Chat.evaluation(
        "ISSUE | step %d | %s | fatal | \"%s\" | it is not so".formatted(step, claim, quote), "0");
  }

  private static int number(String asked) {
    Matcher matcher = NUMBER.matcher(asked);
    if (!matcher.find()) throw new IllegalStateException("no proof of ours: " + asked);
    return Integer.parseInt(matcher.group(1));
  }

  private static boolean isRubbish(int number, int sample) {
    return chance("rubbish", number, sample) < RUBBISH;
  }

  private static boolean claims(int number, int sample) {
    double chance = chance("claims", number, sample);
    return isFlawed(number) ? chance >= MISSED : chance < INVENTED;
  }

  private static boolean confirms(int number, int sample, boolean real) {
    double chance = chance("confirms", number, sample);
    return real ? chance >= DOUBTED : chance < BELIEVED;
  }

  private static double chance(String what, int number, int sample) {
    return Math.floorMod(Hash.of(what, "" + number, "" + sample).asLong(), 10_000) / 1e4;
  }

  @Override
  public void close() {
    goOn();
    chat.close();
  }
}

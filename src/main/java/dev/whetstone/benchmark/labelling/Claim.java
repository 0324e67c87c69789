package dev.whetstone.benchmark.labelling;

import java.util.List;
import java.util.UUID;

/**
 * A proof in hand.
 *
 * @param holder drawn anew for each claim, so that nobody writes who has lost it
 * @param rule as it is stored: another program may have written it, and a claim that fails would
 *     come again at every look
 * @param calls so far
 */
record Claim(UUID id, UUID holder, Submission what, String rule, List<Call> calls) {
  Claim {
    calls = List.copyOf(calls);
  }
}

package dev.whetstone.benchmark.labelling;

import dev.whetstone.verify.labelling.Ledger;
import dev.whetstone.verify.labelling.Rule;
import java.util.UUID;

/**
 * A proof in hand.
 *
 * @param holder drawn anew for each claim, so that nobody writes who has lost it
 * @param ledger what came of the calls so far
 */
record Claim(UUID id, UUID holder, Submission what, Rule rule, Ledger ledger) {}

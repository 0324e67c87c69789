package dev.whetstone.benchmark.labelling;

import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.model.Derivation;
import dev.whetstone.task.Hash;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A proof that is to be labelled.
 *
 * @param generator who wrote it
 * @param licence an SPDX expression; {@value Provenance#NO_LICENCE} where nobody said
 */
public record Submission(Derivation proof, String generator, String licence) {
  public Submission {
    if (proof.problem().isBlank()) throw new IllegalArgumentException("the problem is empty");
    if (proof.steps().isEmpty() || proof.steps().stream().anyMatch(String::isBlank))
      throw new IllegalArgumentException("a proof has steps, none of them empty");
    Objects.requireNonNull(generator);
    Objects.requireNonNull(licence);
  }

  /** To tell the same submission from another one with its key. */
  byte[] contentHash() {
    List<String> steps = proof.steps();
    String whole =
        Hash.of(proof.problem(), Hash.of(steps.toArray(String[]::new)).hex(), generator, licence)
            .hex();
    return HexFormat.of().parseHex(whole, 0, 32);
  }
}

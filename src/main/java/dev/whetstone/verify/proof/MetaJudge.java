package dev.whetstone.verify.proof;

import dev.whetstone.model.Derivation;
import java.time.Duration;

/** Says how good an analysis of a proof is, R_meta; a failure is no verdict. */
public interface MetaJudge {
  /** Name and version of who judges now. */
  String name();

  /** An analysis with its issues read and checked, as far as nobody need be asked. */
  Assessment assessment(Derivation proof, Analysis analysis);

  /**
   * @param sample another one for another number, where there are several to draw
   * @param patience after which nobody waits for it any more
   */
  Reply<MetaVerdict> judge(Derivation proof, Analysis analysis, int sample, Duration patience);
}

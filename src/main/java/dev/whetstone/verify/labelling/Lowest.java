package dev.whetstone.verify.labelling;

import dev.whetstone.verify.proof.Score;

/** Whose lowest score k valid analyses must give; the paper's words allow both readings. */
public enum Lowest {
  /** Of the valid analyses: what the checks refuted counts for nothing. */
  OF_VALID {
    @Override
    public Score in(Tally tally) {
      return tally.validZeros() > 0 ? Score.ZERO : Score.HALF;
    }
  },
  /** Of all analyses: a refuted 0 keeps the proof from being labelled 1/2. */
  OF_ALL {
    @Override
    public Score in(Tally tally) {
      return tally.zeros() > 0 ? Score.ZERO : Score.HALF;
    }
  };

  /** Where some analysis is valid. */
  public abstract Score in(Tally tally);
}

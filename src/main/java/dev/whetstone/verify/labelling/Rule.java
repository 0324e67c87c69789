package dev.whetstone.verify.labelling;

import java.util.Optional;

/** When votes are enough, and which label they give; a pure function of the votes. */
public interface Rule {
  Panel panel();

  /** The label, or empty where another call is to be made. */
  Optional<Label> decide(Tally tally);
}

package dev.whetstone.rollout;

/** Whether the steps of a run's candidates are read beside their exact check. */
public enum StepCheck {
  NONE,
  READ
}

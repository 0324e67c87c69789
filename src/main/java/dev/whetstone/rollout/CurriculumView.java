package dev.whetstone.rollout;

import dev.whetstone.curriculum.CellState;
import dev.whetstone.curriculum.Choice;
import dev.whetstone.curriculum.Move;
import dev.whetstone.curriculum.Reach;
import dev.whetstone.curriculum.difficulty.Foresight;
import dev.whetstone.curriculum.replay.Case;
import java.util.List;

/**
 * A run's curriculum as it stands, with its reasons.
 *
 * @param lessons closed groups learned from
 * @param waiting closed groups that the next choice will learn from first
 * @param choices what the scheduler may ask next, each with its probability and reason
 * @param cells what is known of every cell that was tried
 * @param reach the level each family has come to
 * @param moves the latest moves, newest first
 * @param foresight how far the difficulty model is trusted, and why
 * @param forecasts of the cells that the scheduler may ask next
 * @param replayShare of the tasks that come from the archive, once it has a case
 * @param archive the cases that are asked again and edited, each with where it came from
 */
public record CurriculumView(
    long lessons,
    long waiting,
    List<Choice> choices,
    List<CellState> cells,
    List<Reach> reach,
    List<Move> moves,
    Foresight foresight,
    List<Foretold> forecasts,
    double replayShare,
    List<Case> archive) {}

package dev.whetstone.benchmark.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How people's judgement is asked for. */
@ConfigMapping(prefix = "whetstone.review")
public interface ReviewRules {
  /** The set of labels that results go to. */
  @WithDefault("reviewed")
  String set();

  /** How long an item is kept for a rater; an answer after it still counts. */
  @WithDefault("PT30M")
  Duration lease();

  /**
   * Items to be untouched after a draw, as expected; the next draw comes when nobody has answered
   * or skipped half of them.
   */
  @WithDefault("50")
  int open();

  /** How often it is looked whether a draw is due. */
  @WithDefault("PT30S")
  Duration drawEvery();

  /** Share of a draw that is spread evenly over all there is to draw from, whatever its value. */
  @WithDefault("0.2")
  double evenShare();

  /** The latest outcomes looked at in one draw; older ones are passed over. */
  @WithDefault("5000")
  int frame();

  /** Share of items that two raters judge, apart from those that are proposed so. */
  @WithDefault("0.25")
  double doubleShare();

  /** Raters who skip an item until nobody is asked any more. */
  @WithDefault("3")
  int maxSkips();

  /** Who may settle what two raters dispute; where nobody is named, every third rater. */
  Optional<Set<String>> adjudicators();

  /** Sets of labels that gold items are taken from. */
  Optional<List<String>> goldSets();

  /** Gold items to take, half of them with an error. */
  @WithDefault("200")
  int goldItems();

  /** Share of a rater's items that are gold, while there are any that the rater has not seen. */
  @WithDefault("0.1")
  double goldShare();

  /** Gold items that a rater gets first of all, where there are any. */
  @WithDefault("10")
  int goldFirst();

  /**
   * Accuracy on gold that is asked of a rater: the word of one who is credibly below it makes no
   * label unless another rater says the same, and settles no dispute.
   */
  @WithDefault("0.8")
  double leastAccuracy();

  /** Characters of a comment. */
  @WithDefault("4000")
  int maxComment();
}

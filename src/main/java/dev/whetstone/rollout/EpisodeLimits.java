package dev.whetstone.rollout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What trainers get who open episodes of listed tasks, and how long an episode may last. */
@ConfigMapping(prefix = "whetstone.episodes")
public interface EpisodeLimits {
  /** Candidates a task of a run that is made for a curriculum's name. */
  @WithDefault("8")
  int groupSize();

  /** Tasks in the list of a training split. */
  @WithDefault("1024")
  int trainSlots();

  /** Tasks in the list of an evaluation split. */
  @WithDefault("256")
  int evaluationSlots();

  /** Messages of one episode; the last one ends it. */
  @WithDefault("256")
  int maxMessages();

  /** Episodes open at once; one more is refused. */
  @WithDefault("16384")
  int maxOpen();

  /** OpenEnv sockets open at once; one more is told so, and closed. */
  @WithDefault("4096")
  int maxSockets();

  /** An episode that nothing is heard of for so long is closed. */
  @WithDefault("PT15M")
  Duration life();

  /** How often such episodes are looked for. */
  @WithDefault("PT10S")
  Duration sweep();
}

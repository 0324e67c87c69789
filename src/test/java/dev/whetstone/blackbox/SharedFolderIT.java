package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.cli.Holder;
import org.junit.jupiter.api.Test;

/** A server on a data folder whose database another program started. */
class SharedFolderIT {
  @Test
  void theEndOfWhoStartedTheDatabaseDoesNotHarmTheServerThatCameLater() throws Exception {
    Launch launch = Launch.fresh();
    try (Holder first = Holder.start(launch.data()).untilOpen();
        PackagedServer server = PackagedServer.start(launch)) {
      first.end();

      assertTrue(server.isReady(), "its database was stopped");
      DrivenRun run = DrivenRun.create(server.door(), "arithmetic", 1);
      Handed task = run.task();
      assertEquals(1.0, run.result(task, task.right("1")).path("reward").asDouble());

      try (Holder later = Holder.start(launch.data()).untilOpen()) {
        later.kill();
      }
      run.agreeingAudit();
      server.stop();
    }
  }
}

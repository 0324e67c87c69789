package dev.whetstone.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskHandleTest {
  @Test
  void aHandleIsReadAsItIsWritten() {
    TaskHandle handle = new TaskHandle(UUID.randomUUID(), "1");
    assertEquals(handle, TaskHandle.parse(handle.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "task:",
        "task:x@1",
        "01a20017-89de-7cf2-9191-e08b63a96d4e",
        "task:01a20017-89de-7cf2-9191-e08b63a96d4e",
        "task:01a20017-89de-7cf2-9191-e08b63a96d4e@",
        "task:01a20017-89de-7cf2-9191-e08b63a96d4e@a b"
      })
  void whatIsNoHandleIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> TaskHandle.parse(text));
  }
}

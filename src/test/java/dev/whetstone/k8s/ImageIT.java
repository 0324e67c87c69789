package dev.whetstone.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image laid out in a bare folder, and run as the overlay {@code single} says, by a user who
 * may write nothing but what is mounted.
 */
class ImageIT {
  /** One that has a name here, as the image's has there. */
  private static final List<String> NOBODY =
      List.of(
          "setpriv",
          "--reuid=65534",
          "--regid=65534",
          "--clear-groups",
          "--bounding-set=-all",
          "--no-new-privs");

  private static final List<String> PLACES = List.of("/opt/whetstone", "/data", "/cache");

  @TempDir private Path root;
  private Containerfile image;
  private Deployment deployment;

  @BeforeEach
  void layOut() throws Exception {
    deployment = Overlay.of("single").only(Deployment.class);
    image = Containerfile.read(Manifests.ROOT.resolve("Containerfile"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (Containerfile.Copied copy : image.copies()) {
      Path to = root.resolve(copy.to().substring(1));
      Files.createDirectories(to.getParent());
      end(new ProcessBuilder("cp", "-r", copy.from().toString(), to.toString()));
    }
    for (String volume : List.of("data", "cache"))
      Files.setPosixFilePermissions(
          Files.createDirectory(root.resolve(volume)),
          PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  @Test
  void thePodComesUpAnswersItsProbesAndGoes() throws Exception {
    Container first = deployment.getSpec().getTemplate().getSpec().getInitContainers().getFirst();
    end(as(here(first.getCommand())));
    end(as(here(first.getCommand()))); // a pod that was started again
    String port = Integer.toString(freePort());
    Process server = start(port);
    try {
      Container container = ManifestTest.server(Overlay.of("single"));
      await(server, port, container.getStartupProbe());
      assertEquals(200, get(port, container.getReadinessProbe()).statusCode());
      HttpResponse<String> live = get(port, container.getLivenessProbe());
      assertEquals(200, live.statusCode());
      assertTrue(live.body().contains(root.resolve("data/server").toString()), live::body);
      assertEquals(401, get(port, metrics()).statusCode(), "it shows no key");
      assertTrue(get(port, "/q/health/ready").body().contains("step-verifier@"));
    } finally {
      server.destroy();
      assertTrue(server.waitFor(grace(), TimeUnit.SECONDS), "it did not stop in its time");
    }
    assertEquals(List.of(), written(), "outside of what is mounted");
  }

  private Process start(String port) throws IOException {
    List<String> command = new ArrayList<>(image.words("ENTRYPOINT"));
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Container container = ManifestTest.server(Overlay.of("single"));
    command.addAll(container.getArgs());
    ProcessBuilder builder = as(here(command));
    Map<String, String> environment = new HashMap<>(image.environment());
    for (EnvVar variable : container.getEnv())
      environment.put(variable.getName(), here(variable.getValue()));
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", port);
    builder.environment().putAll(environment);
    return builder.redirectOutput(log().toFile()).start();
  }

  /** In the image's working folder, with nothing in the environment but the path. */
  private ProcessBuilder as(List<String> command) {
    List<String> words = new ArrayList<>(isRoot() ? NOBODY : List.of());
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.directory(root.resolve(image.only("WORKDIR").substring(1)).toFile());
    builder.environment().keySet().retainAll(List.of("PATH"));
    return builder;
  }

  private List<String> here(List<String> words) {
    return words.stream().map(this::here).toList();
  }

  private String here(String word) {
    String moved = word;
    for (String place : PLACES)
      if (word.startsWith(place) || word.contains("=" + place))
        moved = moved.replace(place, root + place);
    return moved;
  }

  private void await(Process server, String port, Probe probe) throws Exception {
    for (int i = 0; i < probe.getFailureThreshold(); i++) {
      try {
        if (get(port, probe).statusCode() == 200) return;
      } catch (IOException notYet) {
        assertTrue(server.isAlive(), Files.readString(log()));
      }
      Thread.sleep(probe.getPeriodSeconds() * 1_000L);
    }
    throw new AssertionError("it did not start in its time:\n" + Files.readString(log()));
  }

  private static HttpResponse<String> get(String port, Probe probe) throws Exception {
    return get(port, probe.getHttpGet().getPath());
  }

  private static HttpResponse<String> get(String port, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }

  private static String metrics() {
    return Overlay.of("scaled")
        .only(ServiceMonitor.class)
        .getSpec()
        .getEndpoints()
        .getFirst()
        .getPath();
  }

  private long grace() {
    return deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds();
  }

  /** Files that were not there when the image was laid out. */
  private List<Path> written() throws IOException {
    try (Stream<Path> all = Files.walk(root.resolve("opt"))) {
      return all.filter(path -> !isOf(path)).toList();
    }
  }

  private static boolean isOf(Path path) {
    try {
      return !isRoot() || (Integer) Files.getAttribute(path, "unix:uid") == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Path log() {
    return root.resolve("server.log");
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void end(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}

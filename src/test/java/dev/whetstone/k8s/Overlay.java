package dev.whetstone.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What {@code kubectl apply -k} would send to a cluster.
 *
 * @param objects as kubectl itself renders them
 */
record Overlay(String name, List<HasMetadata> objects) {
  private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

  /** Aborts the test where there is no kubectl. */
  static Overlay of(String name) {
    return RENDERED.computeIfAbsent(name, Overlay::render);
  }

  private static Overlay render(String name) {
    Path folder = Manifests.ROOT.resolve("overlays").resolve(name);
    try {
      Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString()).start();
      String rendered = text(kubectl.getInputStream().readAllBytes());
      String fault = text(kubectl.getErrorStream().readAllBytes());
      assertEquals(0, kubectl.waitFor(), fault);
      return new Overlay(
          name, Manifests.documents(rendered).stream().map(Manifests::object).toList());
    } catch (IOException e) {
      return abort("there is no kubectl to render with: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The only one of its type. */
  <T extends HasMetadata> T only(Class<T> type) {
    List<T> all = all(type);
    assertEquals(1, all.size(), type::getSimpleName);
    return all.getFirst();
  }

  <T extends HasMetadata> List<T> all(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  List<PodTemplateSpec> pods() {
    return Manifests.pods(objects);
  }

  List<Container> containers() {
    return pods().stream().flatMap(Overlay::containers).toList();
  }

  static Stream<Container> containers(PodTemplateSpec pod) {
    return Stream.concat(
        pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

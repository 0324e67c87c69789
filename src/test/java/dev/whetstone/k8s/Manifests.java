package dev.whetstone.k8s;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Objects of Kubernetes, read so that a field which they do not have is refused. */
final class Manifests {
  static final Path ROOT = Path.of("k8s");

  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                /** The types would put aside what they do not know. */
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              });

  private static final Map<String, Class<? extends HasMetadata>> TYPES =
      ServiceLoader.load(KubernetesResource.class).stream()
          .map(ServiceLoader.Provider::type)
          .filter(HasMetadata.class::isAssignableFrom)
          .map(type -> type.<HasMetadata>asSubclass(HasMetadata.class))
          .collect(Collectors.toMap(Manifests::name, Function.identity()));

  private Manifests() {}

  /** Every document of a text. */
  static List<Map<String, Object>> documents(String yaml) {
    LoaderOptions once = new LoaderOptions();
    once.setAllowDuplicateKeys(false);
    Iterable<Object> all = new Yaml(new SafeConstructor(once)).loadAll(yaml);
    return StreamSupport.stream(all.spliterator(), false).map(Manifests::map).toList();
  }

  static List<Map<String, Object>> documents(Path file) {
    try {
      return documents(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException for a kind or a field that there is not
   */
  static HasMetadata object(Map<String, Object> document) {
    String name = document.get("apiVersion") + " " + document.get("kind");
    Class<? extends HasMetadata> type = TYPES.get(name);
    if (type == null) throw new IllegalArgumentException("there is no " + name);
    return STRICT.convertValue(document, type);
  }

  /** The pods that the objects make. */
  static List<PodTemplateSpec> pods(List<HasMetadata> objects) {
    return objects.stream().flatMap(Manifests::pod).toList();
  }

  private static Stream<PodTemplateSpec> pod(HasMetadata object) {
    return switch (object) {
      case Deployment deployment -> Stream.of(deployment.getSpec().getTemplate());
      case CronJob job -> Stream.of(job.getSpec().getJobTemplate().getSpec().getTemplate());
      default -> Stream.empty();
    };
  }

  private static String name(Class<? extends HasMetadata> type) {
    return HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object document) {
    return (Map<String, Object>) document;
  }
}

package dev.whetstone.training;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.whetstone.model.fit.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a verifier is trained from, and how: a YAML file.
 *
 * @param model name of the folder under {@code models/} that gets a new version
 * @param description for the card
 * @param licence SPDX, of the weights that come out
 * @param start {@code random}, a pre-trained encoder, or a version of a model: {@code name@version}
 * @param tokenizer a version whose tokenizer is used, for a random start
 * @param network its shape, for a random start
 * @param train where labelled steps come from
 * @param validation sets of labels that early stopping, calibration and thresholds are taken from
 * @param benchmark sets of labels whose measures the card shows
 * @param fit how it is fitted
 */
public record Recipe(
    String model,
    String description,
    String licence,
    String start,
    Optional<String> tokenizer,
    Optional<Shape> network,
    List<Source> train,
    Validation validation,
    List<String> benchmark,
    Plan fit) {
  /** The shape of a network that starts from nothing. */
  public record Shape(int layers, int width, int heads, int inner, int positions) {}

  /**
   * One source; exactly one of its first four is given.
   *
   * @param labels a set of human labels
   * @param broken a set of right solutions whose marked calculations are broken on purpose
   * @param families names of task families, or {@code all}
   * @param outcomes how many of the server's latest outcomes
   * @param except families left out of {@code all}
   * @param examples worked solutions of each family; of a set to break, how many of it at most
   * @param repeat how many times it stands in an epoch
   * @param weight of its steps' loss
   */
  public record Source(
      Optional<String> labels,
      Optional<String> broken,
      Optional<List<String>> families,
      Optional<Integer> outcomes,
      Optional<List<String>> except,
      Optional<Integer> examples,
      Optional<Integer> repeat,
      Optional<Double> weight) {
    public Source {
      long given =
          Stream.of(labels, broken, families, outcomes).filter(Optional::isPresent).count();
      if (given != 1)
        throw new IllegalArgumentException(
            "a source is one of labels, broken, families or outcomes, not " + given + " of them");
      if (weight.orElse(1.0) <= 0 || repeat.orElse(1) < 1 || examples.orElse(1) < 1)
        throw new IllegalArgumentException("weight, repeat and examples are above zero");
    }
  }

  /**
   * @param labels sets of human labels
   * @param examples worked solutions of each family beside them; 0 for none
   */
  public record Validation(List<String> labels, int examples) {}

  /** Every field but an Optional is there. */
  private static final class AllButOptional extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
      return member.getRawType() != Optional.class;
    }
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .annotationIntrospector(new AllButOptional())
          .build();

  /**
   * @throws IOException with one line that names the file, the field and the mend
   */
  public static Recipe read(Path file) throws IOException {
    try {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      return JSON.convertValue(tree, Recipe.class);
    } catch (IllegalArgumentException | YAMLException e) {
      throw new IOException(file + ": " + reason(e), e);
    }
  }

  private static String reason(RuntimeException e) {
    if (!(e.getCause() instanceof JsonMappingException fault)) return e.getMessage();
    String field =
        fault.getPath().stream()
            .map(p -> p.getFieldName() == null ? "[" + p.getIndex() + "]" : p.getFieldName())
            .reduce((a, b) -> b.startsWith("[") ? a + b : a + "." + b)
            .orElse("the file");
    return field + ": " + fault.getOriginalMessage();
  }
}

package dev.whetstone.training.recipe;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a recipe from a YAML file, which holds its fields in SNAKE_CASE and nothing else. */
public final class RecipeFile {
  /** Bytes of a file; a longer one is refused. */
  static final int MAX_LENGTH = 65_536;

  private static final int MAX_DEPTH = 8;

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
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .annotationIntrospector(new AllButOptional())
          .build();

  private RecipeFile() {}

  /**
   * @throws InvalidRecipe for the first fault of the file
   */
  public static Recipe read(Path file) throws InvalidRecipe {
    try {
      if (Files.size(file) > MAX_LENGTH)
        throw new InvalidRecipe("the file", "is longer than " + MAX_LENGTH + " bytes");
      return parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new InvalidRecipe("there is no such file", e);
    } catch (IOException e) {
      throw new InvalidRecipe("it cannot be read: " + e.getMessage(), e);
    }
  }

  /** A text that reads as this recipe again. */
  public static String write(Recipe recipe) {
    try {
      return JSON.writeValueAsString(recipe);
    } catch (JacksonException e) {
      throw new IllegalStateException("a recipe can be written", e);
    }
  }

  /**
   * @throws InvalidRecipe for the first fault of the text
   */
  public static Recipe parse(String text) throws InvalidRecipe {
    if (!(tree(text) instanceof Map<?, ?> fields))
      throw new InvalidRecipe("the file", "is no mapping; write lines of 'field: value'");
    try {
      return JSON.treeToValue(JSON.valueToTree(fields), Recipe.class);
    } catch (JsonMappingException e) {
      throw new InvalidRecipe(FieldFault.line(e), e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new InvalidRecipe("the file: " + e.getMessage(), e);
    }
  }

  private static Object tree(String text) throws InvalidRecipe {
    try {
      return new Yaml(new SafeConstructor(limits())).load(text);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new InvalidRecipe("line " + line + ": no YAML: " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new InvalidRecipe("no YAML: " + e.getMessage().lines().findFirst().orElse(""), e);
    }
  }

  /** No alias of a list or mapping, so that nothing small unfolds into something large. */
  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_LENGTH);
    return options;
  }
}

package dev.whetstone.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The variables of the environment that the program reads. */
final class EnvironmentNames {
  private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)");

  /** Java's options, and where the engines' libraries are unpacked. */
  private static final Set<String> OTHERS = Set.of("JDK_JAVA_OPTIONS", "XDG_CACHE_HOME");

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.whetstone");

  private EnvironmentNames() {}

  static Set<String> known() throws IOException {
    Set<String> all = new HashSet<>(OTHERS);
    for (JavaClass type : PROGRAM) Stream.concat(settings(type), options(type)).forEach(all::add);
    for (URL model : Collections.list(loader().getResources(MODEL)))
      try (InputStream read = model.openStream()) {
        addRunTime(new ObjectMapper().readTree(read), all);
      }
    return all;
  }

  /** Of our own {@code @ConfigMapping}s. */
  private static Stream<String> settings(JavaClass type) {
    if (!type.isAnnotatedWith(ConfigMapping.class)) return Stream.empty();
    var mapping = ConfigMappings.ConfigClass.configClass(type.reflect());
    return ConfigMappings.getProperties(mapping).keySet().stream().map(EnvironmentNames::variable);
  }

  /** That options of the command line fall back to. */
  private static Stream<String> options(JavaClass type) {
    return type.getFields().stream()
        .flatMap(field -> field.tryGetAnnotationOfType(Option.class).stream())
        .flatMap(option -> VARIABLE.matcher(option.defaultValue()).results())
        .map(variable -> variable.group(1));
  }

  private static String variable(String property) {
    return StringUtil.replaceNonAlphanumericByUnderscores(property).toUpperCase(Locale.ROOT);
  }

  /** Quarkus' own, but for those that are fixed when the program is built. */
  private static void addRunTime(JsonNode node, Set<String> all) {
    if (node.path("phase").asText().equals("RUN_TIME"))
      all.add(node.path("path").path("environmentVariable").asText());
    node.forEach(child -> addRunTime(child, all));
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }
}

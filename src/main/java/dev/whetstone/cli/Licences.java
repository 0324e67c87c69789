package dev.whetstone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code licences}: what a bill of materials says of each library. */
@Command(
    name = "licences",
    mixinStandardHelpOptions = true,
    description = "Lists the libraries of a CycloneDX bill of materials, with their licences.")
final class Licences implements Callable<Integer> {
  @Mixin private Speech speech;

  @Parameters(paramLabel = "FILE", description = "the bill, as ./whetstone sbom writes it")
  private Path file;

  private record Library(String name, String version, String licences) {}

  @Override
  public Integer call() {
    try {
      List<Library> all = libraries(new ObjectMapper().readTree(file.toFile()));
      all.forEach(
          one -> speech.out().printf("%-62s %-24s %s%n", one.name, one.version, one.licences));
      long silent = all.stream().filter(one -> one.licences.isEmpty()).count();
      speech.out().printf("%d libraries; %d name no licence%n", all.size(), silent);
      return 0;
    } catch (IOException e) {
      return speech.failed(e);
    }
  }

  private static List<Library> libraries(JsonNode bill) {
    return StreamSupport.stream(bill.path("components").spliterator(), false)
        .map(Licences::library)
        .sorted(Comparator.comparing(Library::name).thenComparing(Library::version))
        .toList();
  }

  private static Library library(JsonNode component) {
    String name = component.path("group").asText() + ":" + component.path("name").asText();
    return new Library(name, component.path("version").asText(), licences(component));
  }

  private static String licences(JsonNode component) {
    return StreamSupport.stream(component.path("licenses").spliterator(), false)
        .map(one -> one.has("expression") ? one.path("expression").asText() : named(one))
        .collect(Collectors.joining(", "));
  }

  private static String named(JsonNode one) {
    JsonNode licence = one.path("license");
    return licence.path("id").asText(licence.path("name").asText());
  }
}

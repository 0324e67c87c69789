package dev.whetstone;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The import table, as the root's package-info and the README tell it. */
class ArchitectureTest {
  private static final int LONGEST_FILE = 250;

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.whetstone");

  @Test
  void eachPackageImportsOnlyWhatTheTableAllows() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.whetstone..")
        .withOptionalLayers(true)
        .layer("task")
        .definedBy("dev.whetstone.task..")
        .layer("model")
        .definedBy("dev.whetstone.model..")
        .layer("verify")
        .definedBy("dev.whetstone.verify..")
        .layer("reward")
        .definedBy("dev.whetstone.reward..")
        .layer("curriculum")
        .definedBy("dev.whetstone.curriculum..")
        .layer("rollout")
        .definedBy("dev.whetstone.rollout..")
        .layer("benchmark")
        .definedBy("dev.whetstone.benchmark..")
        .layer("training")
        .definedBy("dev.whetstone.training..")
        .layer("access")
        .definedBy("dev.whetstone.access..")
        .layer("api")
        .definedBy("dev.whetstone.api..")
        .layer("cli")
        .definedBy("dev.whetstone.cli..")
        .whereLayer("task")
        .mayNotAccessAnyLayer()
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("verify")
        .mayOnlyAccessLayers("task", "model")
        .whereLayer("reward")
        .mayOnlyAccessLayers("verify", "task")
        .whereLayer("curriculum")
        .mayOnlyAccessLayers("task", "verify")
        .whereLayer("rollout")
        .mayOnlyAccessLayers("task", "verify", "reward", "curriculum")
        .whereLayer("benchmark")
        .mayOnlyAccessLayers("task", "model", "verify", "reward", "rollout")
        .whereLayer("training")
        .mayOnlyBeAccessedByLayers("api", "cli")
        .whereLayer("access")
        .mayOnlyAccessLayers("rollout")
        .whereLayer("api")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CODE);
  }

  /** Quarkus has one for virtual threads, and ends it with the server. */
  @Test
  void noDoorStartsThreadsOfItsOwn() {
    noClasses()
        .that()
        .resideInAPackage("dev.whetstone.api..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Executors.class)
        .check(CODE);
  }

  @Test
  void everyClassHasItsPlaceInTheTable() {
    classes()
        .that()
        .doNotHaveSimpleName("package-info")
        .should()
        .resideInAnyPackage(
            "dev.whetstone.task..",
            "dev.whetstone.model..",
            "dev.whetstone.verify..",
            "dev.whetstone.reward..",
            "dev.whetstone.curriculum..",
            "dev.whetstone.rollout..",
            "dev.whetstone.benchmark..",
            "dev.whetstone.training..",
            "dev.whetstone.access..",
            "dev.whetstone.api..",
            "dev.whetstone.cli..")
        .check(CODE);
  }

  @Test
  void tasksAndRewardsNeedTheJdkAlone() {
    classes()
        .that(resideInAnyPackage("dev.whetstone.task..", "dev.whetstone.reward.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "dev.whetstone.task..",
                "dev.whetstone.reward..",
                "dev.whetstone.verify.."))
        .check(CODE);
  }

  @Test
  void familiesAreNamedNowhereButInTheirList() {
    noClasses()
        .that(resideInAPackage("dev.whetstone..").and(alwaysTrue()))
        .and()
        .resideOutsideOfPackage("dev.whetstone.task.family")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.whetstone.task.family")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are not the list", c -> !c.getSimpleName().equals("Families"))))
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage("dev.whetstone.task")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.whetstone.task.family")
        .check(CODE);
  }

  @Test
  void secondSolversShareNothingWithTheFamilies() {
    noClasses()
        .that()
        .resideInAPackage("dev.whetstone.task.solver")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.whetstone.task.family", "dev.whetstone.task.gate")
        .check(CODE);
  }

  @Test
  void onlyTheDoorsKnowHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.whetstone.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
        .check(CODE);
  }

  @Test
  void onlyModelsKnowTheEngines() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.whetstone.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
        .check(CODE);
  }

  @Test
  void theDoorsNeverSeeAnEntity() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.whetstone.rollout")
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith(jakarta.persistence.Entity.class)
        .check(CODE);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.whetstone.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void noFileIsTooLong() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> longer =
          files.filter(f -> f.toString().endsWith(".java")).filter(this::isLong).toList();
      assertTrue(longer.isEmpty(), () -> "what second thing does it do? " + longer);
    }
  }

  private boolean isLong(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count() > LONGEST_FILE;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

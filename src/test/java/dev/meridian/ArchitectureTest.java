package dev.meridian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of packages in CONTRIBUTING.md, as a test. */
class ArchitectureTest {
  private static final String ROOT = "dev.meridian";
  private static final Path SOURCES = Path.of("src/main/java/dev/meridian");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          // The verify profile builds in a folder that ArchUnit's own option does not know.
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(ROOT);

  static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              entry("problem", Set.of()),
              entry("model", Set.of()),
              entry("catalog", Set.of("model")),
              entry("config", Set.of("problem", "model", "catalog")),
              entry("builder", Set.of("problem", "config")),
              entry("plan", Set.of("problem", "model", "catalog", "config")),
              entry("importing", Set.of("problem", "model", "catalog", "config", "plan")),
              entry("stacks", Set.of("model", "config", "catalog")),
              entry("resolve", Set.of("model", "catalog")),
              entry("terraform", Set.of("problem", "model")),
              entry("live", Set.of("model")),
              entry(
                  "rehearse",
                  Set.of(
                      "problem",
                      "model",
                      "catalog",
                      "config",
                      "plan",
                      "stacks",
                      "resolve",
                      "terraform",
                      "live")),
              entry(
                  "cli",
                  Set.of(
                      "problem",
                      "model",
                      "catalog",
                      "config",
                      "plan",
                      "importing",
                      "stacks",
                      "resolve",
                      "terraform",
                      "live",
                      "rehearse"))));

  private static final Map<String, Set<String>> SOLE_USERS =
      new TreeMap<>(
          Map.of(
              "org.snakeyaml..", Set.of("config"),
              "com.hashicorp..", Set.of("stacks"),
              "software.constructs..", Set.of("stacks"),
              "software.amazon.jsii..", Set.of("stacks"),
              "de.siegmar..", Set.of("catalog"),
              "com.fasterxml.jackson..", Set.of("terraform"),
              "software.amazon.awssdk..", Set.of("live"),
              "picocli..", Set.of("cli")));

  @Test
  void everyPackageStandsInTheTableAndInItsFolder() throws IOException {
    assertThat(packages()).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
  }

  @TestFactory
  List<DynamicTest> everyPackageUsesOnlyWhatTheTableGrants() {
    return MAY_USE.entrySet().stream()
        .map(e -> test(e.getKey(), onlyUses(e.getKey(), e.getValue())))
        .toList();
  }

  @TestFactory
  List<DynamicTest> everyLibraryHasTheUsersTheTableNames() {
    return SOLE_USERS.entrySet().stream()
        .map(e -> test(e.getKey(), onlyUsedBy(e.getKey(), e.getValue())))
        .toList();
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    for (String name : packages()) {
      assertThat(SOURCES.resolve(name).resolve("package-info.java"))
          .content()
          .contains("@NullMarked", "package " + ROOT + "." + name);
    }
  }

  @Test
  void noClassIsExtendedForReuse() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and(are("open to subclasses", c -> !c.getSimpleName().equals("package-info")))
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
  }

  @Test
  void noFileIsLongerThanFourHundredLines() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.getParent().getParent().getParent().getParent())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400);
      }
    }
  }

  private static ArchRule onlyUses(String name, Set<String> granted) {
    Set<String> allowed = new TreeSet<>(granted);
    allowed.add(name);
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat(
            are(
                "another part of Meridian",
                c -> part(c).filter(p -> !allowed.contains(p)).isPresent()));
  }

  private static ArchRule onlyUsedBy(String library, Set<String> users) {
    return noClasses()
        .that(are("not a user", c -> part(c).filter(users::contains).isEmpty()))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static Optional<String> part(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return Optional.empty();
    }
    return Optional.of(name.substring(ROOT.length() + 1).split("\\.")[0]);
  }

  private static DescribedPredicate<JavaClass> are(String what, Predicate<JavaClass> test) {
    return DescribedPredicate.describe(what, test);
  }

  private static DynamicTest test(String name, ArchRule rule) {
    return DynamicTest.dynamicTest(name, () -> rule.check(CLASSES));
  }

  private static Set<String> packages() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      return new TreeSet<>(
          folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList());
    }
  }
}

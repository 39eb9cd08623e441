package dev.meridian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may use which, and what the source files have in common. */
class ArchitectureTest {
  private static final String ROOT = "dev.meridian";
  private static final Path SOURCES = Path.of("src/main/java/dev/meridian");
  private static final int MOST_FILES_IN_A_FOLDER = 45;
  private static final int MOST_LINES_IN_A_FILE = 300;
  private static final int MEDIAN_LINES = 90;

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          // The verify profile builds in a folder that ArchUnit's own option does not know.
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(ROOT);

  /** Every package with the packages that it may use. A sub-package is a package of its own. */
  static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              entry("diagnostic", Set.of()),
              entry("model", Set.of()),
              entry(
                  "builder",
                  Set.of("declaration.value", "diagnostic", "declaration", "declaration.reader")),
              entry("catalog", Set.of()),
              entry("declaration.output", Set.of("model")),
              entry("declaration", Set.of("diagnostic", "model", "catalog", "declaration.output")),
              entry("declaration.yaml", Set.of("diagnostic", "model", "declaration.output")),
              entry(
                  "declaration.value",
                  Set.of("diagnostic", "model", "catalog", "declaration", "declaration.yaml")),
              entry(
                  "declaration.reader.state",
                  Set.of("declaration", "declaration.yaml", "declaration.value")),
              entry(
                  "declaration.reader.health",
                  Set.of(
                      "diagnostic",
                      "model",
                      "catalog",
                      "declaration",
                      "declaration.yaml",
                      "declaration.value")),
              entry(
                  "declaration.reader.privatezone",
                  Set.of(
                      "model", "catalog", "declaration", "declaration.yaml", "declaration.value")),
              entry(
                  "declaration.reader",
                  Set.of(
                      "diagnostic",
                      "model",
                      "catalog",
                      "declaration",
                      "declaration.yaml",
                      "declaration.value",
                      "declaration.reader.health",
                      "declaration.reader.privatezone",
                      "declaration.reader.state",
                      "declaration.output")),
              entry("cost", Set.of("model", "catalog", "declaration")),
              entry("trafficpolicy", Set.of("model", "catalog")),
              entry("compile.rule", Set.of("model", "catalog")),
              entry(
                  "compile.lint",
                  Set.of("model", "declaration", "compile.rule", "declaration.output")),
              entry(
                  "compile",
                  Set.of(
                      "diagnostic",
                      "model",
                      "declaration",
                      "trafficpolicy",
                      "compile.rule",
                      "compile.lint",
                      "declaration.output")),
              entry(
                  "importing",
                  Set.of(
                      "diagnostic",
                      "model",
                      "catalog",
                      "declaration",
                      "declaration.value",
                      "declaration.reader",
                      "compile")),
              entry(
                  "adopt",
                  Set.of(
                      "diagnostic",
                      "model",
                      "declaration",
                      "declaration.value",
                      "declaration.yaml",
                      "stacks",
                      "stacks.hcl",
                      "terraform.json",
                      "aws",
                      "operate",
                      "stacks.name")),
              entry(
                  "migrate",
                  Set.of(
                      "diagnostic",
                      "model",
                      "declaration",
                      "declaration.value",
                      "declaration.yaml",
                      "compile",
                      "compile.rule",
                      "stacks",
                      "stacks.hcl",
                      "resolve",
                      "resolve.analysis")),
              entry(
                  "stacks",
                  Set.of(
                      "diagnostic",
                      "model",
                      "declaration",
                      "compile",
                      "trafficpolicy",
                      "stacks.hcl",
                      "stacks.output",
                      "stacks.name",
                      "stacks.region",
                      "declaration.output",
                      "stacks.network")),
              entry("stacks.name", Set.of("model", "declaration")),
              entry("stacks.network", Set.of("declaration", "model", "stacks.hcl", "stacks.name")),
              entry("stacks.region", Set.of("declaration", "stacks.hcl", "stacks.name")),
              entry("stacks.hcl", Set.of()),
              entry("stacks.output", Set.of("diagnostic")),
              entry("resolve.client", Set.of("model", "catalog")),
              entry("resolve", Set.of("model", "catalog", "resolve.client")),
              entry("resolve.analysis", Set.of("model", "catalog", "resolve", "resolve.client")),
              entry("report", Set.of("diagnostic", "resolve", "resolve.analysis")),
              entry("serve", Set.of("model", "resolve", "resolve.client")),
              entry("probe", Set.of("model")),
              entry(
                  "drill",
                  Set.of(
                      "model", "resolve", "resolve.analysis", "probe", "serve", "resolve.client")),
              entry(
                  "drill.simulate",
                  Set.of(
                      "model", "resolve", "resolve.analysis", "probe", "drill", "resolve.client")),
              entry("terraform", Set.of("terraform.json", "terraform.process")),
              entry("change", Set.of("model", "resolve", "resolve.analysis")),
              entry("terraform.json", Set.of("diagnostic", "model", "change", "trafficpolicy")),
              entry("preview", Set.of("model", "change")),
              entry("terraform.process", Set.of()),
              entry("aws", Set.of("model", "trafficpolicy")),
              entry("aws.emulator", Set.of("model", "aws")),
              entry(
                  "environment",
                  Set.of(
                      "diagnostic",
                      "declaration",
                      "declaration.reader",
                      "stacks",
                      "stacks.hcl",
                      "terraform.json")),
              entry(
                  "operate",
                  Set.of(
                      "model",
                      "compile",
                      "catalog",
                      "declaration",
                      "diagnostic",
                      "stacks",
                      "stacks.output",
                      "environment",
                      "terraform",
                      "terraform.json",
                      "aws",
                      "stacks.name",
                      "stacks.region",
                      "declaration.output")),
              entry(
                  "rehearse",
                  Set.of(
                      "diagnostic",
                      "model",
                      "declaration",
                      "compile",
                      "terraform.process",
                      "terraform.json",
                      "terraform",
                      "aws",
                      "aws.emulator",
                      "operate",
                      "declaration.output")),
              entry(
                  "cli.option",
                  Set.of(
                      "diagnostic",
                      "model",
                      "change",
                      "catalog",
                      "declaration",
                      "declaration.value",
                      "declaration.reader",
                      "compile",
                      "resolve",
                      "resolve.analysis",
                      "serve",
                      "probe",
                      "drill",
                      "drill.simulate",
                      "terraform",
                      "terraform.json",
                      "terraform.process",
                      "aws",
                      "environment",
                      "operate",
                      "rehearse",
                      "resolve.client")),
              entry(
                  "cli.view",
                  Set.of(
                      "diagnostic",
                      "model",
                      "catalog",
                      "cost",
                      "declaration",
                      "resolve",
                      "resolve.analysis",
                      "drill",
                      "drill.simulate",
                      "serve",
                      "probe",
                      "terraform.json",
                      "adopt",
                      "operate",
                      "rehearse",
                      "cli.option")),
              entry(
                  "cli.view.change",
                  Set.of(
                      "diagnostic",
                      "model",
                      "change",
                      "preview",
                      "resolve",
                      "resolve.analysis",
                      "terraform.json",
                      "operate",
                      "cli.option",
                      "cli.view")),
              entry(
                  "cli.zone",
                  Set.of(
                      "adopt",
                      "diagnostic",
                      "model",
                      "change",
                      "preview",
                      "declaration",
                      "compile",
                      "stacks",
                      "resolve.analysis",
                      "terraform.json",
                      "aws",
                      "operate",
                      "resolve",
                      "trafficpolicy",
                      "cli.option",
                      "cli.view.change")),
              entry("cli.prove", Set.of("diagnostic", "cli.option")),
              entry(
                  "cli.page",
                  Set.of(
                      "model",
                      "catalog",
                      "change",
                      "declaration",
                      "drill",
                      "drill.simulate",
                      "report",
                      "resolve",
                      "resolve.analysis",
                      "resolve.client",
                      "cli.option",
                      "cli.view",
                      "cli.view.change",
                      "cli.zone")),
              entry(
                  "cli.stack",
                  Set.of(
                      "diagnostic",
                      "model",
                      "declaration",
                      "declaration.reader",
                      "environment",
                      "compile",
                      "migrate",
                      "adopt",
                      "stacks",
                      "operate",
                      "cli.option",
                      "cli.zone")),
              entry("cli.usage", Set.of("declaration.yaml")),
              entry(
                  "cli",
                  Set.of(
                      "diagnostic",
                      "model",
                      "cost",
                      "change",
                      "declaration",
                      "declaration.value",
                      "declaration.reader",
                      "compile",
                      "importing",
                      "migrate",
                      "adopt",
                      "stacks",
                      "stacks.output",
                      "resolve",
                      "serve",
                      "drill",
                      "drill.simulate",
                      "resolve.analysis",
                      "terraform.process",
                      "terraform.json",
                      "terraform",
                      "aws",
                      "environment",
                      "operate",
                      "rehearse",
                      "cli.option",
                      "cli.view",
                      "cli.view.change",
                      "cli.page",
                      "cli.zone",
                      "cli.stack",
                      "cli.usage",
                      "report",
                      "cli.prove",
                      "resolve.client",
                      "stacks.name",
                      "trafficpolicy"))));

  private static final Map<String, Set<String>> SOLE_USERS =
      new TreeMap<>(
          Map.ofEntries(
              entry("org.snakeyaml..", Set.of("declaration.yaml")),
              entry(
                  "com.hashicorp..",
                  Set.of("stacks", "stacks.name", "stacks.network", "stacks.region")),
              entry("software.constructs..", Set.of("stacks", "stacks.network", "stacks.region")),
              entry("software.amazon.jsii..", Set.of("stacks")),
              entry("de.siegmar..", Set.of("catalog")),
              entry("com.maxmind..", Set.of("cli.option")),
              entry("org.apache.hc..", Set.of("probe")),
              entry(
                  "com.fasterxml.jackson..",
                  Set.of("terraform", "terraform.json", "stacks.output", "trafficpolicy")),
              entry("software.amazon.awssdk..", Set.of("aws", "aws.emulator")),
              entry("gg.jte..", Set.of("report")),
              entry(
                  "picocli..", Set.of("cli", "cli.option", "cli.view", "cli.usage", "cli.zone"))));

  @Test
  void everyPackageIsInTheTable() throws IOException {
    assertThat(packages()).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
  }

  @TestFactory
  List<DynamicTest> everyPackageUsesOnlyWhatTheTableGrants() {
    return MAY_USE.entrySet().stream()
        .map(e -> test(e.getKey(), onlyUses(e.getKey(), e.getValue())))
        .toList();
  }

  @Test
  void theTableGrantsNothingThatIsNotUsed() {
    Map<String, Set<String>> used = new TreeMap<>();
    MAY_USE.keySet().forEach(name -> used.put(name, new TreeSet<>()));
    for (JavaClass type : CLASSES) {
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> name(dependency.getTargetClass()))
          .filter(name -> MAY_USE.containsKey(name) && !name.equals(name(type)))
          .forEach(name -> used.getOrDefault(name(type), new TreeSet<>()).add(name));
    }
    Map<String, Set<String>> granted = new TreeMap<>();
    MAY_USE.forEach((name, names) -> granted.put(name, new TreeSet<>(names)));
    assertThat(granted).isEqualTo(used);
  }

  @Test
  void noPackagesDependOnEachOtherInACycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
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
      assertThat(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"))
          .content()
          .contains("@NullMarked", "package " + ROOT + "." + name + ";");
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

  /** Two classes may share a name where they do the same for different sources. */
  @Test
  void aNameMeansOneClassUnlessTwoPackagesHaveTheSameRole() {
    Map<String, Set<String>> packagesByName = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
        packagesByName
            .computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
            .add(name(type));
      }
    }
    packagesByName.values().removeIf(names -> names.size() == 1);
    assertThat(packagesByName.values())
        .allSatisfy(names -> assertThat(Set.of("aws", "terraform.json")).containsAll(names));
  }

  @Test
  void noFolderHasTooManyFiles() throws IOException {
    for (String name : packages()) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
        assertThat(files.filter(Files::isRegularFile).count())
            .as(name)
            .isLessThanOrEqualTo(MOST_FILES_IN_A_FOLDER);
      }
    }
  }

  @Test
  void filesAreShort() throws IOException {
    Map<Path, Integer> lines = new HashMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        lines.put(file, Files.readAllLines(file).size());
      }
    }
    lines.forEach(
        (file, count) ->
            assertThat(count).as(file.toString()).isLessThanOrEqualTo(MOST_LINES_IN_A_FILE));
    List<Integer> sorted = new ArrayList<>(lines.values());
    sorted.sort(null);
    assertThat(sorted.get(sorted.size() / 2)).as("median").isLessThanOrEqualTo(MEDIAN_LINES);
  }

  private static ArchRule onlyUses(String name, Set<String> granted) {
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .dependOnClassesThat(
            are(
                "another package of Meridian",
                c ->
                    c.getPackageName().startsWith(ROOT)
                        && !name(c).equals(name)
                        && !granted.contains(name(c))));
  }

  private static ArchRule onlyUsedBy(String library, Set<String> users) {
    return noClasses()
        .that(are("not a user", c -> !users.contains(name(c))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  /** The name of a class's package below the root. */
  private static String name(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : name;
  }

  private static DescribedPredicate<JavaClass> are(String what, Predicate<JavaClass> test) {
    return DescribedPredicate.describe(what, test);
  }

  private static DynamicTest test(String name, ArchRule rule) {
    return DynamicTest.dynamicTest(name, () -> rule.check(CLASSES));
  }

  private static Set<String> packages() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .map(f -> SOURCES.relativize(f.getParent()).toString().replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}

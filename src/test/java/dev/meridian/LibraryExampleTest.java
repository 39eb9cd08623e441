package dev.meridian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project that depends on an installed Meridian alone: the clone that it was installed from is
 * gone when the project is built.
 */
@Tag("launcher")
@Timeout(900)
class LibraryExampleTest {
  private static final String VERSION = "0.2.0";
  private static final String CLASSPATH =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";
  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>.*</dependency>");

  @TempDir private static Path folder;
  private static Path repository;
  private static Path project;

  @BeforeAll
  static void install() throws Exception {
    repository = folder.resolve("repository");
    project = folder.resolve("library");
    // What Maven has fetched already, without anything of Meridian's.
    linkTree(localRepository(), repository);
    remove(repository.resolve("dev/meridian"));
    remove(repository.resolve("com/hashicorp"));

    Path clone = folder.resolve("clone");
    copyTree(Path.of("src/main"), clone.resolve("src/main"));
    copyTree(Path.of(".mvn"), clone.resolve(".mvn"));
    copyTree(Path.of(".gen/repository"), clone.resolve(".gen/repository"));
    Files.copy(Path.of("pom.xml"), clone.resolve("pom.xml"));
    Ran installed = maven(clone, true, "install", "-Dmaven.test.skip=true");
    assertThat(installed.exitCode()).as(installed.out()).isZero();
    remove(clone);

    copyTree(Path.of("examples/library/src"), project.resolve("src"));
    Files.copy(Path.of("examples/library/pom.xml"), project.resolve("pom.xml"));
  }

  @Test
  void theArtifactsAreCompleteAndKnowNothingOfTheClone() throws IOException {
    Path installed = repository.resolve("dev/meridian/meridian").resolve(VERSION);

    for (String file : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
      assertThat(installed.resolve("meridian-" + VERSION + file)).isNotEmptyFile();
    }
    assertThat(installed.resolve("meridian-" + VERSION + ".pom"))
        .content()
        .contains("<url>", "<scm>", "<developer>", "<license>")
        .doesNotContain("${", ".gen", "<repositories>", folder.toString());
  }

  @Test
  void theProjectIsBuiltAndTestedWithoutTheProgramsDependencies() throws Exception {
    Path classpath = folder.resolve("classpath.txt");
    Ran tested = maven(project, true, "test", CLASSPATH, "-Dmdep.outputFile=" + classpath);

    assertThat(tested.exitCode()).as(tested.out()).isZero();
    List<String> jars =
        Arrays.stream(Files.readString(classpath).split(File.pathSeparator))
            .map(jar -> Path.of(jar).getFileName().toString())
            .toList();
    assertThat(jars)
        .contains("meridian-" + VERSION + ".jar")
        .noneMatch(jar -> jar.startsWith("picocli") || jar.startsWith("slf4j-nop"))
        .filteredOn(jar -> jar.startsWith("cdktf"))
        .hasSize(2);
    assertThat(Files.readString(classpath)).doesNotContain("awssdk");
  }

  /** The jar of one's own takes the place of Meridian's, whose modules it has too. */
  @Test
  void bindingsWithMoreModulesTakeThePlaceOfMeridians() throws Exception {
    ProcessBuilder script =
        new ProcessBuilder("node", ".gen/own-bindings.mjs", "acme", "sqs_queue")
            .redirectErrorStream(true);
    script.environment().put("MAVEN_ARGS", "-Dmaven.repo.local=" + repository);
    Ran made = run(script);
    assertThat(made.exitCode()).as(made.out()).isZero();
    String dependency = DEPENDENCY.matcher(made.out()).results().findFirst().orElseThrow().group();

    Path other = folder.resolve("more");
    copyTree(Path.of("examples/library/src"), other.resolve("src"));
    Files.writeString(
        other.resolve("pom.xml"),
        Files.readString(Path.of("examples/library/pom.xml"))
            .replace("<dependencies>", "<dependencies>" + dependency));
    Files.writeString(
        other.resolve("src/main/java/com/example/shop/Orders.java"),
        """
        package com.example.shop;

        import com.hashicorp.cdktf.providers.aws.sqs_queue.SqsQueue;
        import dev.meridian.stacks.RegionStack;

        final class Orders {
          static SqsQueue in(RegionStack region) {
            return SqsQueue.Builder.create(region, "orders").name("orders").build();
          }
        }
        """);
    Path classpath = folder.resolve("more.txt");
    Ran tested = maven(other, true, "test", CLASSPATH, "-Dmdep.outputFile=" + classpath);

    assertThat(tested.exitCode()).as(tested.out()).isZero();
    assertThat(Arrays.asList(Files.readString(classpath).split(File.pathSeparator)))
        .filteredOn(jar -> jar.contains("cdktf-provider-aws"))
        .singleElement()
        .asString()
        .contains("-acme-");
  }

  @Test
  void theAppWritesMeridiansStacksAndItsOwn() throws Exception {
    Ran ran = maven(project, true, "compile", "exec:java");

    assertThat(ran.exitCode()).as(ran.out()).isZero();
    assertThat(ran.out())
        .contains(
            """
            shop-production-us-east-1
            shop-production-eu-west-1
            shop-production-dns
            shop-production-mx
            """);
    assertThat(project.resolve("cdktf.out/stacks/shop-production-mx/cdk.tf"))
        .content()
        .contains("resource \"aws_route53_record\" \"mx\" {");
  }

  @Test
  void withoutHclTheAppSaysWhatToSet() throws Exception {
    Ran ran = maven(project, false, "compile", "exec:java");

    assertThat(ran.exitCode()).isNotZero();
    assertThat(ran.out()).contains("SYNTH_HCL_OUTPUT is not set. Set SYNTH_HCL_OUTPUT=true in");
  }

  private record Ran(int exitCode, String out) {}

  private static Ran maven(Path directory, boolean hcl, String... goals)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "-ntp"));
    command.add("-Dmaven.repo.local=" + repository);
    command.addAll(List.of(goals));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().remove("SYNTH_HCL_OUTPUT");
    if (hcl) {
      builder.environment().put("SYNTH_HCL_OUTPUT", "true");
    }
    return run(builder);
  }

  private static Ran run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), out);
  }

  /** Surefire says which one Maven uses. */
  private static Path localRepository() {
    return Optional.ofNullable(System.getProperty("localRepository"))
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".m2", "repository"));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    eachFile(from, to, (file, target) -> Files.copy(file, target));
  }

  /** Links jars where the file system can: they are most of the bytes. */
  private static void linkTree(Path from, Path to) throws IOException {
    eachFile(
        from,
        to,
        (file, target) -> {
          // Maven writes its own notes in place, and a link would write them there too.
          if (!file.toString().endsWith(".jar") || !linked(file, target)) {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
          }
        });
  }

  private static boolean linked(Path file, Path target) {
    try {
      Files.createLink(target, file);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private interface Take {
    void take(Path file, Path target) throws IOException;
  }

  private static void eachFile(Path from, Path to, Take take) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                  Files.createDirectories(target.getParent());
                  take.take(file, target);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static void remove(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failed)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

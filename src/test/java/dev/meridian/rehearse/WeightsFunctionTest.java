package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs the tests of the AWS Lambda function that adjusts weights, in {@code src/test/python}: its
 * decisions, its calls, and a simulation of the control loop.
 */
@Tag("python")
class WeightsFunctionTest {
  private static final String CODE = "src/main/resources/dev/meridian/stacks/weights";
  private static final Path TESTS = Path.of("src/test/python/weights");
  private static final Pattern RAN = Pattern.compile("Ran ([0-9]+) tests in ");

  @Test
  void theFunctionPassesItsTests() throws Exception {
    Process process = start(interpreter());
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    Matcher ran = RAN.matcher(output);
    assertThat(ran.find()).as(output).isTrue();
    assertThat(Integer.parseInt(ran.group(1))).isGreaterThan(50);
  }

  private static String interpreter() throws Exception {
    try (RunningProcesses processes =
        new RunningProcesses(
            ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)) {
      return LocalAwsProgram.in(Path.of(""), processes, line -> {}).words().get(0);
    }
  }

  private static Process start(String interpreter) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(interpreter, "-m", "unittest", "discover", "-s", TESTS.toString()));
    builder.environment().put("PYTHONPATH", CODE);
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    return builder.redirectErrorStream(true).start();
  }
}

package dev.meridian.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.terraform.process.Command;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.FakeTerraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of terraform when this program is ended. */
@Timeout(30)
class ExitTest {
  @TempDir Path folder;

  @RepeatedTest(5) // the signal comes as early as it can, at every moment of the start
  void ctrlCAtTheTerminalReachesTerraformOnceAndWaitsForIt() throws Exception {
    FakeTerraform fake = FakeTerraform.in(folder);
    fake.program(
        "trap 'echo INT >> signals; sleep 1; echo saved > saved; exit 1' INT\n"
            + "echo $$ > up; sleep 1000 & wait");
    Process program = start();
    while (program.isAlive() && !Files.exists(folder.resolve("up"))) {
      Thread.sleep(10);
    }
    assertThat(folder.resolve("up")).as(Files.readString(folder.resolve("program.log"))).exists();

    signalGroup(program.pid());

    assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(fake.written("signals")).isEqualTo("INT");
    assertThat(fake.written("saved")).isEqualTo("saved");
  }

  /** In a process group of its own, as a shell starts what is in the foreground. */
  private Process start() throws IOException {
    return new ProcessBuilder(
            "setsid",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("program.log").toFile())
        .start();
  }

  /** As a terminal does on Ctrl-C. */
  private static void signalGroup(long leader) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", "--", "-" + leader).start().waitFor();
  }

  /** A program that runs the terraform of a folder. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      RunningProcesses processes = FakeTerraform.in(folder).processes().stoppedAtExit();
      Command command =
          new Command(
              List.of(folder.resolve("terraform").toString()), folder, new java.util.TreeMap<>());
      processes.start(command).await();
    }
  }
}

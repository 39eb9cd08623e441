package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What fails because the program is being interrupted is not reported. */
class InterruptTest {

  @Test
  void afterAnInterruptNoExceptionOfACommandIsShown() throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Interrupted.class.getName()))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output).isEmpty();
    assertThat(process.waitFor()).isEqualTo(Interrupted.SIGNALLED);
  }

  @Test
  void withoutAnInterruptABugIsShown() {
    assertThat(Interrupt.isUnderWay()).isFalse();
  }

  /** A command that fails while the shutdown hooks run, like one whose Node.js has ended. */
  static final class Interrupted {
    static final int SIGNALLED = 130;

    private Interrupted() {}

    public static void main(String[] args) {
      Thread command = new Thread(() -> fail(new NullPointerException("stdin")), "command");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    command.start();
                    try {
                      command.join();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  },
                  "interrupt"));
      System.exit(SIGNALLED);
    }

    private static void fail(Exception thrown) {
      CommandLine commands = new CommandLine(new Nothing());
      new ExceptionHandler().handleExecutionException(thrown, commands, null);
    }
  }

  @Command(name = "nothing")
  private static final class Nothing {}
}

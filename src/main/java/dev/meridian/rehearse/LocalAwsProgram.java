package dev.meridian.rehearse;

import dev.meridian.terraform.Command;
import dev.meridian.terraform.RunningProcess;
import dev.meridian.terraform.RunningProcesses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * The program behind a {@link LocalAws}.
 *
 * @param words the interpreter and the script
 */
public record LocalAwsProgram(List<String> words) {

  public LocalAwsProgram {
    words = List.copyOf(words);
  }

  /**
   * The one of {@code .gen/python}; its virtual environment is made on first use, which takes about
   * ten seconds and needs the network.
   *
   * @param home the folder that holds {@code .gen}
   */
  public static LocalAwsProgram in(Path home, RunningProcesses processes)
      throws LocalAwsFailed, InterruptedException {
    Path python = home.toAbsolutePath().resolve(".gen/python");
    Command setUp =
        new Command(List.of(python.resolve("venv.sh").toString()), python, new TreeMap<>());
    try {
      RunningProcess process = processes.start(setUp);
      // Its progress is short: it cannot fill the pipe that is read second.
      String interpreter = text(process.standardOutput());
      String told = text(process.standardError());
      if (process.await() != 0) {
        throw new LocalAwsFailed("The local AWS could not be installed: " + told);
      }
      return new LocalAwsProgram(List.of(interpreter, python.resolve("local_aws.py").toString()));
    } catch (IOException e) {
      throw new LocalAwsFailed("The local AWS could not be installed: " + e.getMessage());
    }
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}

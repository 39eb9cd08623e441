package dev.meridian.rehearse;

import dev.meridian.terraform.process.Command;
import dev.meridian.terraform.process.RunningProcess;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

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
   * The program in {@code .gen/python}. On first use, this creates its virtual environment, which
   * takes half a minute and needs the network.
   *
   * @param home the folder that holds {@code .gen}
   * @param progress receives each line of progress; none if the environment exists
   */
  public static LocalAwsProgram in(Path home, RunningProcesses processes, Consumer<String> progress)
      throws LocalAwsFailed, InterruptedException {
    Path python = home.toAbsolutePath().resolve(".gen/python");
    Command setUp =
        new Command(List.of(python.resolve("venv.sh").toString()), python, new TreeMap<>());
    try {
      RunningProcess process = processes.start(setUp);
      String output = forward(process.standardError(), progress);
      // This is one line, which cannot fill the pipe.
      String interpreter =
          new String(process.standardOutput().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.await() != 0) {
        throw new LocalAwsFailed("The local AWS could not be installed: " + output);
      }
      return new LocalAwsProgram(List.of(interpreter, python.resolve("local_aws.py").toString()));
    } catch (IOException e) {
      throw new LocalAwsFailed("The local AWS could not be installed: " + e.getMessage());
    }
  }

  private static String forward(InputStream stream, Consumer<String> progress) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    List<String> lines = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      progress.accept(line);
      lines.add(line);
    }
    return String.join("\n", lines);
  }
}

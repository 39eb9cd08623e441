package dev.meridian.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a command printed, and its exit code. */
public record Run(int exitCode, String out, String err) {

  /** Runs a command in this process. */
  public static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Run(exitCode, out.toString(), err.toString());
  }

  /** Runs a command in a new process, in {@code folder} and with more environment variables. */
  public static Run in(Path folder, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> program = new ArrayList<>();
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-Dmeridian.home=" + Path.of("").toAbsolutePath()));
    program.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    program.addAll(List.of(args));
    Path printed = Files.createTempDirectory("printed");
    Path out = printed.resolve("out");
    Path err = printed.resolve("err");
    ProcessBuilder process = new ProcessBuilder(program).directory(folder.toFile());
    process.environment().keySet().removeAll(List.of("MERIDIAN_CONFIG", "MERIDIAN_OUTPUT"));
    process.environment().putAll(environment);
    process.redirectOutput(out.toFile()).redirectError(err.toFile());
    int exitCode = process.start().waitFor();
    Run run = new Run(exitCode, Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    Files.delete(printed);
    return run;
  }
}

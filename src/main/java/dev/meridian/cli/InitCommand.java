package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code init}: writes a commented starter file, and never overwrites a file. */
@Command(name = "init", description = "Writes a commented starter file.")
final class InitCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "meridian.yaml",
      description = "What to write (default: ${DEFAULT-VALUE}).")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, IOException {
    try {
      Files.write(file, starter(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw refused("the file already exists", "name another file, or move this one");
    } catch (NoSuchFileException e) {
      throw refused("its folder does not exist", "create the folder first");
    }
    spec.commandLine().getOut().println("Wrote " + file + ". Next: ./meridian validate");
    return ExitCode.FINE;
  }

  private static byte[] starter() throws IOException {
    try (InputStream starter = DeploymentReader.class.getResourceAsStream("starter.yaml")) {
      return Objects.requireNonNull(starter, "starter.yaml is not in the jar").readAllBytes();
    }
  }

  private BadInput refused(String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile(file.toString()), "", what, fix)));
  }
}

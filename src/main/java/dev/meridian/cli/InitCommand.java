package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ShellWord;
import dev.meridian.declaration.DeclarationFiles;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code init}: writes a commented starter file, and never overwrites a file. */
@Command(name = "init", description = "Writes a commented starter file.")
final class InitCommand implements Callable<Integer> {
  private static final Path USUAL = Path.of("meridian.yaml");

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "What to write (default: meridian.yaml, or meridian.NAME.yaml).")
  private @Nullable Path named;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "The environment to declare, such as staging (default: production).")
  private @Nullable String environment;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, IOException {
    if (environment != null && !NameFormat.isOne(environment)) {
      throw refused(
          Path.of("--environment"),
          "\"" + environment + "\" is not a valid name",
          "use 1 to 32 characters: a-z, 0-9 and -, starting with a letter");
    }
    Path file = file();
    String option = file.equals(USUAL) ? "" : " -c " + ShellWord.of(file);
    try {
      WholeFile.create(file, starter(file, option));
    } catch (FileAlreadyExistsException e) {
      throw refused(file, "the file already exists", "name another file, or move this one");
    } catch (NoSuchFileException e) {
      throw refused(file, "its folder does not exist", "create the folder first");
    }
    spec.commandLine().getOut().println("Wrote " + file + ". Next: ./meridian validate" + option);
    return ExitCode.FINE;
  }

  private Path file() {
    if (named != null) {
      return named;
    }
    return environment == null ? USUAL : Path.of("meridian." + environment + ".yaml");
  }

  /** The starter file, with the environment and the commands for this file. */
  private String starter(Path file, String option) throws IOException {
    String text = starter();
    if (environment != null) {
      text =
          text.replace("\nenvironment: production\n", "\nenvironment: " + environment + "\n")
              .replace("\nzone: example.com\n", "\nzone: " + environment + ".example.com\n")
              .replace("storefront-production-", "storefront-" + environment + "-");
    }
    String output = DeclarationFiles.output(file).toString();
    return text.replace("./meridian validate ", "./meridian validate" + option + " ")
        .replace("./meridian synth ", "./meridian synth" + option + " ")
        .replace("cdktf.out/stacks", output + "/stacks");
  }

  private static String starter() throws IOException {
    try (InputStream starter = DeploymentReader.class.getResourceAsStream("starter.yaml")) {
      return new String(
          Objects.requireNonNull(starter, "starter.yaml is not in the jar").readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }

  private static BadInput refused(Path file, String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile(file.toString()), "", what, fix)));
  }
}

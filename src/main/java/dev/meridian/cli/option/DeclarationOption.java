package dev.meridian.cli.option;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.compile.RampTimes;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code --config}, and the declaration that it names. */
public final class DeclarationOption {
  private static final Path DEFAULT_FILE = Path.of("meridian.yaml");

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "${env:MERIDIAN_CONFIG}",
      description = "The declaration (default: $MERIDIAN_CONFIG, then ./meridian.yaml).")
  private @Nullable Path file;

  @Option(
      names = "--recipe",
      description = "Use the example of the README as the declaration, in any folder.")
  private boolean recipe;

  /**
   * A declaration and its compiled plan.
   *
   * @param compiled without problems
   */
  public record Loaded(Path file, Deployment deployment, CompiledPlan compiled) {

    /** The part for clients in VPCs; empty without {@code private}, or if this is that part. */
    public Optional<Loaded> ofPrivateZone() {
      return Optional.of(deployment)
          .filter(whole -> !whole.isPrivateZone())
          .flatMap(Deployment::ofPrivateZone)
          .map(part -> new Loaded(file, part, Compiler.compile(part)));
    }
  }

  /**
   * Reads and compiles the declaration; warnings go to {@code err}.
   *
   * @throws BadInput with every problem in it
   */
  public Loaded load(PrintWriter err) throws BadInput {
    Loaded loaded = read(find());
    loaded.compiled().warnings().forEach(err::println);
    RampTimes.over(loaded.deployment(), Instant.now()).forEach(err::println);
    return loaded;
  }

  /** The same for questions, which users ask often: prints only the number of warnings. */
  Loaded ask(PrintWriter err) throws BadInput {
    return ask(find(), err);
  }

  /** The same; empty if the user names no declaration and the working directory has none. */
  public Optional<Loaded> askIfThere(PrintWriter err) throws BadInput {
    return given().isPresent() || Files.exists(DEFAULT_FILE)
        ? Optional.of(ask(err))
        : Optional.empty();
  }

  /** The same for {@code found}. */
  public static Loaded ask(Path found, PrintWriter err) throws BadInput {
    Loaded loaded = read(found);
    int warnings = loaded.compiled().warnings().size();
    if (warnings > 0) {
      err.println(
          Count.of(warnings, "warning")
              + "; ./meridian validate -c "
              + ShellWord.of(found)
              + " shows them.");
    }
    return loaded;
  }

  private static Loaded read(Path found) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<Deployment> deployment = new DeploymentReader(problems::add).read(found);
    if (deployment.isEmpty()) {
      throw new BadInput(problems);
    }
    CompiledPlan compiled = Compiler.compile(deployment.get());
    if (!compiled.problems().isEmpty()) {
      throw new BadInput(compiled.problems());
    }
    return new Loaded(found, deployment.get(), compiled);
  }

  /** The option as the user wrote it, after a space. */
  public String arguments() {
    return recipe ? " --recipe" : given().map(found -> " -c " + ShellWord.of(found)).orElse("");
  }

  /** The file that the options of {@code command} name, whether it exists or not. */
  static Path file(CommandSpec command) {
    Path named = command.findOption("--config").getValue();
    if (Boolean.TRUE.equals(command.findOption("--recipe").getValue())) {
      return recipe();
    }
    return named == null || named.toString().isEmpty() ? DEFAULT_FILE : named;
  }

  /** An empty variable counts as unset, as in a shell. */
  private Optional<Path> given() {
    return Optional.ofNullable(file).filter(found -> !found.toString().isEmpty());
  }

  /** Not the meridian.yaml of the repository, because users edit that one. */
  private static Path recipe() {
    return Path.of(System.getProperty("meridian.home", "."), "examples", "recipe.yaml").normalize();
  }

  /** The declaration that the user names; otherwise, the one in the working directory. */
  private Path find() throws BadInput {
    if (recipe) {
      return recipe();
    }
    Optional<Path> given = given();
    if (given.isEmpty() && !Files.exists(DEFAULT_FILE)) {
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile(DEFAULT_FILE.toString()),
                  "",
                  "this folder has no declaration",
                  "run ./meridian init for a new zone, ./meridian import for an existing one, or"
                      + " name one with -c FILE or MERIDIAN_CONFIG; --recipe is an example")));
    }
    return given.orElse(DEFAULT_FILE);
  }
}

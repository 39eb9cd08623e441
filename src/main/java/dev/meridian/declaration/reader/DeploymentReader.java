package dev.meridian.declaration.reader;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.yaml.YamlDocument;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InvalidDeclaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a declaration, such as {@code meridian.yaml}. Reports all problems at once, in the order of
 * the file. {@code docs/declaration.md} describes the format.
 */
public final class DeploymentReader {
  private static final String STARTER = "run ./meridian init to create a commented starter file";

  private final Consumer<Diagnostic> diagnostics;

  /**
   * Creates a reader.
   *
   * @param diagnostics receives each problem
   */
  public DeploymentReader(Consumer<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The deployment that {@code file} declares.
   *
   * @throws InvalidDeclaration with all problems, also if the file cannot be read
   */
  public static Deployment load(Path file) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    return new DeploymentReader(diagnostics::add)
        .read(file)
        .orElseThrow(() -> new InvalidDeclaration(diagnostics));
  }

  /** Reads {@code file}, or returns empty after at least one problem. */
  public Optional<Deployment> read(Path file) {
    String name = file.toString();
    return new YamlDocument(name, STARTER + ", or name another file with --config", diagnostics)
        .text(file)
        .flatMap(yaml -> read(name, yaml));
  }

  /**
   * Reads {@code yaml}, or returns empty after at least one problem.
   *
   * @param file the file name to use in messages
   */
  public Optional<Deployment> read(String file, String yaml) {
    return new YamlDocument(file, STARTER, diagnostics)
        .read(yaml, root -> new DeclarationReader(file, root).read());
  }
}

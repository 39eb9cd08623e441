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
 * Reads a declaration, such as {@code meridian.yaml}. Everything wrong with it is told in one go,
 * in the order of the file; {@code docs/declaration.md} describes the format.
 */
public final class DeploymentReader {
  private static final String STARTER = "./meridian init writes a commented file to start from";

  private final Consumer<Diagnostic> diagnostics;

  /** Hands whatever is wrong with a file to {@code diagnostics}, which may be nothing. */
  public DeploymentReader(Consumer<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The deployment that {@code file} declares.
   *
   * @throws InvalidDeclaration with everything that is wrong with the file, or if it cannot be read
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
    return new YamlDocument(name, STARTER + ", --config names another one", diagnostics)
        .text(file)
        .flatMap(yaml -> read(name, yaml));
  }

  /**
   * Reads {@code yaml}, or returns empty after at least one problem.
   *
   * @param file the name that problems and places carry
   */
  public Optional<Deployment> read(String file, String yaml) {
    return new YamlDocument(file, STARTER, diagnostics)
        .read(yaml, root -> new DeclarationReader(file, root).read());
  }
}

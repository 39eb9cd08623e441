package dev.meridian.declaration;

import java.nio.file.Path;

/**
 * The files and folders that belong to one declaration. Their names come from the declaration's, so
 * that several declarations in one folder never share one.
 */
public final class DeclarationFiles {
  /** The declaration that commands read by default, without its extension. */
  private static final String USUAL = "meridian";

  private static final String USUAL_OUTPUT = "cdktf.out";

  private DeclarationFiles() {}

  /** The folder of the stacks of {@code meridian.yaml}, relative to the working directory. */
  public static Path usualOutput() {
    return Path.of(USUAL_OUTPUT);
  }

  /**
   * The folder of a declaration's stacks, relative to the working directory: {@code cdktf.out} for
   * the {@code meridian.yaml} that is there, and {@code cdktf.staging.out} for {@code
   * meridian.staging.yaml}, {@code staging.yaml}, and {@code staging/meridian.yaml}.
   */
  public static Path output(Path declaration) {
    String label = label(declaration);
    return label.isEmpty() ? usualOutput() : Path.of("cdktf." + label + ".out");
  }

  /** The imports file of {@code prod.yaml} is {@code prod.imports.yaml} in the same folder. */
  public static Path imports(Path declaration) {
    return declaration.resolveSibling(stem(declaration) + ".imports.yaml");
  }

  /** The migration file of {@code prod.yaml} is {@code prod.migration.yaml}. */
  public static Path migration(Path declaration) {
    return declaration.resolveSibling(stem(declaration) + ".migration.yaml");
  }

  /** Whether {@code file} is written by Meridian next to a declaration. */
  public static boolean isGenerated(Path file) {
    return stem(file).matches(".*\\.(imports|migration)");
  }

  private static String label(Path declaration) {
    String stem = stem(declaration);
    String label = stem.equals(USUAL) ? folder(declaration) : withoutUsual(stem);
    return label.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static String withoutUsual(String stem) {
    return stem.startsWith(USUAL + ".") ? stem.substring(USUAL.length() + 1) : stem;
  }

  /** The name of the folder, unless it is the working directory. */
  private static String folder(Path declaration) {
    Path parent = declaration.toAbsolutePath().normalize().getParent();
    if (parent == null || parent.equals(Path.of("").toAbsolutePath().normalize())) {
      return "";
    }
    Path name = parent.getFileName();
    return name == null ? "" : name.toString();
  }

  private static String stem(Path declaration) {
    return String.valueOf(declaration.getFileName()).replaceFirst("(?i)\\.ya?ml$", "");
  }
}

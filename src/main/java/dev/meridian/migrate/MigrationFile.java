package dev.meridian.migrate;

import dev.meridian.declaration.DeclarationFiles;
import dev.meridian.declaration.value.YamlQuotes;
import dev.meridian.declaration.yaml.YamlDocument;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file next to a declaration that says which step of a migration is in place, such as {@code
 * meridian.migration.yaml}.
 *
 * @param stack the name of the DNS stack
 * @param names the names whose policies change, as they are declared
 * @param step from 1
 * @param policies the new policies, to notice if they change meanwhile; see {@link
 *     PolicyMigration#policies}
 * @param before the declaration from which the names' record sets were created
 */
public record MigrationFile(
    String stack, List<String> names, int step, String policies, String before) {
  private static final String INDENT = "  ";

  public MigrationFile {
    names = List.copyOf(names);
  }

  /**
   * The file that belongs to {@code declaration}: {@code prod.yaml} has {@code
   * prod.migration.yaml}.
   */
  public static Path of(Path declaration) {
    return DeclarationFiles.migration(declaration);
  }

  /** The same migration at another step. */
  public MigrationFile at(int other) {
    return new MigrationFile(stack, names, other, policies, before);
  }

  /**
   * The text of the file.
   *
   * @param declaration the name of the declaration's file
   */
  public String text(String declaration) {
    StringBuilder out = new StringBuilder();
    out.append("# A change of routing policies of ")
        .append(declaration)
        .append(", written by ./meridian migrate.\n")
        .append("# synth writes the DNS stack of this step. Apply it before the next one.\n");
    out.append("stack: ").append(stack).append("\nnames:\n");
    names.forEach(name -> out.append("  - ").append(YamlQuotes.quoted(name)).append('\n'));
    out.append("step: ").append(step).append('\n');
    out.append("policies: ").append(YamlQuotes.quoted(policies)).append('\n');
    // An indentation of two, also if the first line begins with spaces.
    out.append("before: |2\n");
    before.lines().forEach(line -> out.append(line.isBlank() ? "" : INDENT + line).append('\n'));
    return out.toString();
  }

  /**
   * Reads {@code file}, or returns empty after at least one problem.
   *
   * @param stack the name of the DNS stack of the declaration that the file belongs to
   */
  public static Optional<MigrationFile> read(
      Path file, String stack, Consumer<Diagnostic> problems) {
    YamlDocument document =
        new YamlDocument(
            file.toString(), "restore the file that ./meridian migrate wrote", problems);
    return document.text(file).flatMap(yaml -> document.read(yaml, root -> read(root, stack)));
  }

  private static Optional<MigrationFile> read(YamlNode root, String stack) {
    List<String> names = new ArrayList<>();
    Optional<String> named = Optional.empty();
    Optional<Integer> step = Optional.empty();
    Optional<String> policies = Optional.empty();
    Optional<String> before = Optional.empty();
    for (YamlNode.Pair pair : root.pairs()) {
      switch (pair.name()) {
        case "stack" -> named = pair.value().text();
        case "names" -> pair.value().items().forEach(name -> name.text().ifPresent(names::add));
        case "step" -> step = pair.value().integer();
        case "policies" -> policies = pair.value().text();
        case "before" -> before = pair.value().lines();
        default ->
            pair.key().report("unknown key", "the keys are stack, names, step, policies, before");
      }
    }
    if (named.isPresent() && !named.get().equals(stack)) {
      return root.refuse(
          "this is a migration of the stack " + named.get() + ", but the declaration has " + stack,
          "restore the declaration of that stack, or delete this file");
    }
    if (named.isEmpty()
        || names.isEmpty()
        || step.isEmpty()
        || policies.isEmpty()
        || before.isEmpty()) {
      return root.refuse(
          "one of stack, names, step, policies, and before is missing",
          "restore the file that ./meridian migrate wrote");
    }
    return Optional.of(new MigrationFile(stack, names, step.get(), policies.get(), before.get()));
  }
}

package dev.meridian.adopt;

import dev.meridian.declaration.DeclarationFiles;
import dev.meridian.declaration.value.YamlQuotes;
import dev.meridian.declaration.yaml.YamlDocument;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The file next to a declaration that lists which existing resources the DNS stack imports, such as
 * {@code meridian.imports.yaml}.
 *
 * @param imports import IDs by address
 * @param stale entries whose resource is not in the stack any more
 */
public record ImportsFile(SortedMap<String, String> imports, List<Diagnostic> stale) {
  private static final String STACK = "stack";
  private static final String IMPORTS = "imports";

  /**
   * The file that belongs to {@code declaration}: {@code prod.yaml} has {@code prod.imports.yaml}.
   */
  public static Path of(Path declaration) {
    return DeclarationFiles.imports(declaration);
  }

  /**
   * The text of the file.
   *
   * @param declaration the name of the declaration's file
   * @param stack the name of the DNS stack
   */
  public static String text(String declaration, String stack, SortedMap<String, String> imports) {
    StringBuilder out = new StringBuilder();
    out.append("# Existing resources that the DNS stack of ")
        .append(declaration)
        .append(" takes over, " + RemovedFiles.MARK + ".\n")
        .append(
            """
            # synth turns each line (address in the stack: import ID) into an import block. Delete this
            # file when the stack has been applied once: the imports are spent then.
            """);
    out.append(STACK).append(": ").append(stack).append("\n\n").append(IMPORTS).append(":\n");
    imports.forEach(
        (address, id) ->
            out.append("  ")
                .append(address)
                .append(": ")
                .append(YamlQuotes.quoted(id))
                .append('\n'));
    return RemovedFiles.withChecksum(out.toString());
  }

  /** A problem if {@code file} exists and was not written by this command. */
  public static List<Diagnostic> problems(Path file) throws IOException {
    List<Diagnostic> problems = new ArrayList<>();
    RemovedFiles.checkOwn(file, problems);
    return problems;
  }

  /**
   * Reads {@code file}, or returns empty after at least one problem.
   *
   * @param stack the name of the DNS stack of the declaration that the file belongs to
   * @param addresses all addresses in that stack
   */
  public static Optional<ImportsFile> read(
      Path file, String stack, Set<String> addresses, Consumer<Diagnostic> problems) {
    YamlDocument document =
        new YamlDocument(file.toString(), "delete it, or run ./meridian adopt", problems);
    return document
        .text(file)
        .flatMap(yaml -> document.read(yaml, root -> read(root, stack, addresses)));
  }

  private static Optional<ImportsFile> read(YamlNode root, String stack, Set<String> addresses) {
    ImportsFile read = new ImportsFile(new TreeMap<>(), new ArrayList<>());
    boolean named = false;
    for (YamlNode.Pair pair : root.pairs()) {
      switch (pair.name()) {
        case STACK -> {
          named = true;
          pair.value()
              .text()
              .filter(text -> !text.equals(stack))
              .ifPresent(other -> wrongStack(pair, other, stack));
        }
        case IMPORTS -> pair.value().pairs().forEach(entry -> read.add(entry, addresses));
        default -> pair.key().report("unknown key", "the keys are stack and imports");
      }
    }
    if (!named && root.isMapping()) {
      root.report("stack is missing", "write stack: " + stack);
    }
    return Optional.of(read);
  }

  private static void wrongStack(YamlNode.Pair pair, String other, String stack) {
    pair.value()
        .report(
            "these are imports of the stack " + other + ", but the declaration has " + stack,
            "delete the file, or run ./meridian adopt again");
  }

  private void add(YamlNode.Pair entry, Set<String> addresses) {
    Optional<String> id = entry.value().text();
    if (id.isEmpty()) {
      return;
    }
    if (addresses.contains(entry.name())) {
      imports.put(entry.name(), id.get());
    } else {
      stale.add(
          new Diagnostic(
              entry.key().at(),
              entry.key().path(),
              "the stack has no such resource, so nothing is imported",
              "remove the line, or run ./meridian adopt again"));
    }
  }
}

package dev.meridian.declaration.reader;

import dev.meridian.declaration.Goals;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlDocument;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.DnsName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads goals that stand in a file of their own, beside a declaration or for a zone that has none.
 *
 * @param zone what names are relative to
 * @param names the labels of the names that are routed
 * @param endpoints what may answer or fail
 * @param checks health checks that may fail by themselves
 */
public record GoalsFileReader(
    DnsName zone, Set<String> names, Set<String> endpoints, Set<String> checks) {
  private static final String STARTER = "docs/declaration.md shows what to write";

  /** Reads {@code file}, or returns empty after at least one problem. */
  public Optional<Goals> read(Path file, Consumer<Diagnostic> diagnostics) {
    YamlDocument document = new YamlDocument(file.toString(), STARTER, diagnostics);
    return document.text(file).flatMap(yaml -> document.read(yaml, this::read));
  }

  private Optional<Goals> read(YamlNode root) {
    DeclaredNames declaredNames =
        new DeclaredNames(Set.of(), endpoints, checks, checks, "the plan");
    return root.mapping(AllowedKeys.GOALS)
        .map(new GoalsReader(declaredNames, Optional.of(zone), names)::read);
  }
}

package dev.meridian.declaration.reader;

import dev.meridian.declaration.Goals;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlDocument;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.DnsName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads goals from a separate file, next to a declaration or for a zone without a declaration.
 *
 * @param zone the zone that the names are relative to
 * @param names the labels of the routed names
 * @param endpoints the regions and endpoints that can answer or fail
 * @param checks the health checks that can fail on their own
 */
public record GoalsFileReader(
    DnsName zone, Set<String> names, Set<String> endpoints, Set<String> checks) {
  private static final String STARTER = "see docs/declaration.md for what to write";

  /** Reads {@code file}, or returns empty after at least one problem. */
  public Optional<Goals> read(Path file, Consumer<Diagnostic> diagnostics) {
    YamlDocument document = new YamlDocument(file.toString(), STARTER, diagnostics);
    return document.text(file).flatMap(yaml -> document.read(yaml, this::read));
  }

  private Optional<Goals> read(YamlNode root) {
    Map<String, String> lone = new LinkedHashMap<>();
    checks.forEach(check -> lone.put(check, check));
    DeclaredNames declaredNames =
        new DeclaredNames(Set.of(), endpoints, Set.of(), checks, lone, names, "the plan");
    return root.mapping(AllowedKeys.GOALS)
        .map(new GoalsReader(declaredNames, Optional.of(zone), names)::read);
  }
}

package dev.meridian.config;

import dev.meridian.model.DnsName;
import dev.meridian.problem.Problem;
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
public record GoalsFile(
    DnsName zone, Set<String> names, Set<String> endpoints, Set<String> checks) {
  private static final String STARTER = "docs/declaration.md shows what to write";

  /** Reads {@code file}, or returns empty after at least one problem. */
  public Optional<Goals> read(Path file, Consumer<Problem> problems) {
    Document document = new Document(file.toString(), STARTER, problems);
    return document.text(file).flatMap(yaml -> document.read(yaml, this::read));
  }

  private Optional<Goals> read(Located root) {
    Scope scope = new Scope(Set.of(), endpoints, checks, checks, "the plan");
    return root.section(Keys.GOALS).map(new GoalsReader(scope, Optional.of(zone), names)::read);
  }
}

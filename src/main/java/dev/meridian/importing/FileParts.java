package dev.meridian.importing;

import dev.meridian.diagnostic.KeyPath;
import dev.meridian.importing.ImportedEndpoints.Endpoint;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The parts of an import's file that a problem can affect. Each lookup takes the same time, however
 * large the file is.
 */
final class FileParts {
  private final Map<String, DnsName> names = new HashMap<>();
  private final Map<String, Set<DnsName>> usersOfEndpoint = new HashMap<>();
  private final Map<String, Set<DnsName>> usersOfCollection = new HashMap<>();
  private final Map<String, String> checks = new HashMap<>();

  FileParts(ImportState state, ImportedEndpoints endpoints, EndpointNamer namer) {
    Map<Endpoint, Set<DnsName>> users = new HashMap<>();
    state
        .trees()
        .forEach(
            (name, tree) -> {
              names.put(ZoneNames.label(name, state.plan().zone()), name);
              tree.leaves()
                  .map(use -> endpoints.of(use.leaf()))
                  .forEach(used -> users.computeIfAbsent(used, e -> new TreeSet<>()).add(name));
              collections(tree)
                  .forEach(
                      used ->
                          usersOfCollection.computeIfAbsent(used, c -> new TreeSet<>()).add(name));
            });
    users.forEach((endpoint, some) -> usersOfEndpoint.put(namer.of(endpoint), some));
    state
        .records()
        .checks()
        .keySet()
        .forEach(id -> namer.ofCheck(id).ifPresent(name -> checks.put(name, id)));
  }

  private static Stream<String> collections(ImportedName tree) {
    return tree.allBranches()
        .flatMap(
            branch ->
                branch.policy() instanceof RoutingPolicy.IpBased policy
                    ? Stream.of(policy.collection())
                    : Stream.empty());
  }

  /** The names that a problem at {@code path} affects. */
  Set<DnsName> concerned(KeyPath path) {
    Set<DnsName> concerned = new TreeSet<>();
    entry("names", path).map(names::get).ifPresent(concerned::add);
    entry("endpoints", path).map(usersOfEndpoint::get).ifPresent(concerned::addAll);
    return concerned;
  }

  /** The names with a branch for one of the collection's locations. */
  Set<DnsName> using(String collection) {
    return usersOfCollection.getOrDefault(collection, Set.of());
  }

  /** The name of the CIDR collection that a problem at {@code path} affects. */
  Optional<String> collectionAt(KeyPath path) {
    return entry("cidr-collections", path);
  }

  /** The id of the health check that a problem at {@code path} affects. */
  Optional<String> checkAt(KeyPath path) {
    return entry("health-checks", path).map(checks::get);
  }

  /** The key below {@code section} in {@code path}. */
  private static Optional<String> entry(String section, KeyPath path) {
    return path.depth() >= 2
            && path.isWithin(KeyPath.of(section))
            && path.steps().get(1) instanceof KeyPath.Step.Key key
        ? Optional.of(key.key())
        : Optional.empty();
  }
}

package dev.meridian.importing;

import dev.meridian.diagnostic.KeyPath;
import dev.meridian.importing.ImportedEndpoints.Endpoint;
import dev.meridian.importing.ImportedGroup.Labelled;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The file of a draft. */
final class DeclarationFile {
  private final ImportState draft;
  private final ImportMetadata heading;
  private final ImportedEndpoints endpoints;
  private final EndpointNamer names;
  private final DeclarationWriter declared;
  private final PolicyTreeWriter trees;
  private final long ttl;

  DeclarationFile(ImportState draft, ImportMetadata heading) {
    this.draft = draft;
    this.heading = heading;
    List<ImportedGroup> all = List.copyOf(draft.trees().values());
    List<Labelled> leaves = all.stream().flatMap(ImportedGroup::leaves).toList();
    this.endpoints = ImportedEndpoints.of(leaves);
    HealthCheckUses uses = new HealthCheckUses(draft.records(), all, endpoints);
    this.names = new EndpointNamer(draft.records(), uses, endpoints.all());
    this.declared = new DeclarationWriter(draft.records(), endpoints, names);
    this.trees = new PolicyTreeWriter(endpoints, declared);
    this.ttl =
        NameTtls.usual(
            draft.trees().keySet().stream().flatMap(name -> draft.ttl(name).stream()).toList());
  }

  String text(List<String> leftOut, List<String> renamed) {
    StringBuilder out =
        new StringBuilder(new HeaderComment(heading.source(), leftOut, renamed).text());
    YamlWriter.Mapping top = new YamlWriter.Mapping();
    top.put("application", heading.application()).put("environment", heading.environment());
    section(out, "", top);
    section(out, aboutZone(), new YamlWriter.Mapping().put("zone", zone()));
    section(
        out,
        "# Where Terraform keeps its states; see docs/declaration.md for s3, cloud and others.",
        new YamlWriter.Mapping().put("state", new YamlWriter.Mapping().put("backend", "local")));
    section(
        out,
        "# What is checked says so itself.",
        new YamlWriter.Mapping().put("health-check", "none"));
    part(out, "health-checks", declared.healthChecks());
    part(out, "endpoints", declared.endpoints());
    part(out, "cidr-collections", DeclarationWriter.collections(draft.collections()));
    section(out, "", new YamlWriter.Mapping().put("ttl", ttl));
    part(out, "names", names());
    return out.toString();
  }

  private static void section(StringBuilder out, String comment, YamlWriter.Mapping section) {
    out.append('\n');
    if (!comment.isEmpty()) {
      out.append(comment).append('\n');
    }
    section.lines(out, 0);
  }

  /** A mapping with a line for each entry, however short it is. */
  private static void part(StringBuilder out, String key, YamlWriter.Mapping entries) {
    if (!entries.isEmpty()) {
      out.append('\n').append(key).append(":\n");
      entries.lines(out, 2);
    }
  }

  private YamlWriter zone() {
    String name = draft.plan().zone().text();
    if (heading.zoneId() != null) {
      YamlWriter.Mapping zone =
          new YamlWriter.Mapping().put("name", name).put("id", heading.zoneId());
      return heading.kind() == ZoneKind.PRIVATE ? zone.put("private", true) : zone;
    }
    // The DNS stack creates public zones: it would show a private one's records to everybody.
    return heading.kind() == ZoneKind.PRIVATE
        ? new YamlWriter.Mapping().put("name", name).put("existing", true).put("private", true)
        : YamlWriter.Scalar.of(name);
  }

  private String aboutZone() {
    if (heading.zoneId() != null) {
      return "# Adopted: the zone stays when the stacks are destroyed.";
    }
    return heading.kind() == ZoneKind.PRIVATE
        ? "# Meridian creates no private zones: create it, then write its id in place of existing."
        : "# Created with the DNS stack.";
  }

  private YamlWriter.Mapping names() {
    YamlWriter.Mapping all = new YamlWriter.Mapping();
    draft
        .trees()
        .forEach(
            (name, tree) -> {
              YamlWriter.Mapping written = trees.policy(tree);
              draft.ttl(name).filter(own -> own != ttl).ifPresent(own -> written.put("ttl", own));
              all.put(label(name), written);
            });
    return all;
  }

  private String label(DnsName name) {
    return ZoneNames.label(name, draft.plan().zone());
  }

  /** The names that a problem at {@code path} makes impossible. */
  Set<DnsName> concerned(KeyPath path) {
    Set<DnsName> concerned = new TreeSet<>();
    draft.trees().keySet().stream()
        .filter(name -> path.isWithin(KeyPath.of("names", label(name))))
        .forEach(concerned::add);
    for (Endpoint endpoint : endpoints.all()) {
      if (path.isWithin(KeyPath.of("endpoints", names.of(endpoint)))) {
        concerned.addAll(leadingTo(endpoint));
      }
    }
    return concerned;
  }

  private Set<DnsName> leadingTo(Endpoint endpoint) {
    Set<DnsName> found = new TreeSet<>();
    draft
        .trees()
        .forEach(
            (name, tree) -> {
              if (tree.leaves().anyMatch(use -> endpoints.of(use.leaf()).equals(endpoint))) {
                found.add(name);
              }
            });
    return found;
  }

  /** The names with a branch by one of the collection's locations. */
  Set<DnsName> using(CidrCollection collection) {
    Set<DnsName> found = new TreeSet<>();
    draft
        .trees()
        .forEach(
            (name, tree) -> {
              if (uses(tree, collection)) {
                found.add(name);
              }
            });
    return found;
  }

  private static boolean uses(ImportedGroup tree, CidrCollection collection) {
    return tree.twigs().stream()
        .anyMatch(
            twig ->
                (twig.policy() instanceof RoutingPolicy.IpBased policy
                        && policy.collection().equals(collection.name()))
                    || (twig.end() instanceof ImportedGroup.Below below
                        && uses(below.group(), collection)));
  }

  /** The CIDR collections that a problem at {@code path} makes impossible: one, or none. */
  List<CidrCollection> collectionsAt(KeyPath path) {
    return draft.collections().stream()
        .filter(one -> path.isWithin(KeyPath.of("cidr-collections", one.name())))
        .toList();
  }

  /** The id of the health check that a problem at {@code path} makes impossible. */
  Optional<String> checkAt(KeyPath path) {
    return draft.records().checks().keySet().stream()
        .filter(
            id ->
                names
                    .ofCheck(id)
                    .filter(name -> path.isWithin(KeyPath.of("health-checks", name)))
                    .isPresent())
        .findFirst();
  }
}

package dev.meridian.importing;

import dev.meridian.importing.Endpoints.Endpoint;
import dev.meridian.importing.Group.Labelled;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.ZoneKind;
import dev.meridian.problem.KeyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The file of a draft. */
final class Document {
  private final Draft draft;
  private final Heading heading;
  private final Endpoints endpoints;
  private final Names names;
  private final Declared declared;
  private final Trees trees;
  private final long ttl;

  Document(Draft draft, Heading heading) {
    this.draft = draft;
    this.heading = heading;
    List<Group> all = List.copyOf(draft.trees().values());
    List<Labelled> leaves = all.stream().flatMap(Group::leaves).toList();
    this.endpoints = Endpoints.of(leaves);
    CheckUses uses = new CheckUses(draft.records(), all, endpoints);
    this.names = new Names(draft.records(), uses, endpoints.all());
    this.declared = new Declared(draft.records(), endpoints, names);
    this.trees = new Trees(endpoints, declared);
    this.ttl =
        Ttls.usual(
            draft.trees().keySet().stream().flatMap(name -> draft.ttl(name).stream()).toList());
  }

  String text(List<String> leftOut, List<String> renamed) {
    StringBuilder out = new StringBuilder(new Comments(heading.source(), leftOut, renamed).text());
    Yaml.Mapping top = new Yaml.Mapping();
    top.put("application", heading.application()).put("environment", heading.environment());
    section(out, "", top);
    section(out, aboutZone(), new Yaml.Mapping().put("zone", zone()));
    section(
        out,
        "# Where Terraform keeps its states; see docs/declaration.md for s3, cloud and others.",
        new Yaml.Mapping().put("state", new Yaml.Mapping().put("backend", "local")));
    section(
        out, "# What is checked says so itself.", new Yaml.Mapping().put("health-check", "none"));
    part(out, "health-checks", declared.healthChecks());
    part(out, "endpoints", declared.endpoints());
    part(out, "cidr-collections", Declared.collections(draft.collections()));
    section(out, "", new Yaml.Mapping().put("ttl", ttl));
    part(out, "names", names());
    return out.toString();
  }

  private static void section(StringBuilder out, String comment, Yaml.Mapping section) {
    out.append('\n');
    if (!comment.isEmpty()) {
      out.append(comment).append('\n');
    }
    section.lines(out, 0);
  }

  /** A mapping with a line for each entry, however short it is. */
  private static void part(StringBuilder out, String key, Yaml.Mapping entries) {
    if (!entries.isEmpty()) {
      out.append('\n').append(key).append(":\n");
      entries.lines(out, 2);
    }
  }

  private Yaml zone() {
    String name = draft.plan().zone().text();
    if (heading.zoneId() != null) {
      return new Yaml.Mapping().put("name", name).put("id", heading.zoneId());
    }
    // The DNS stack creates public zones: it would show a private one's records to everybody.
    return heading.kind() == ZoneKind.PRIVATE
        ? new Yaml.Mapping().put("name", name).put("existing", true)
        : Yaml.Scalar.of(name);
  }

  private String aboutZone() {
    if (heading.zoneId() != null) {
      return "# Adopted: the zone stays when the stacks are destroyed.";
    }
    return heading.kind() == ZoneKind.PRIVATE
        ? "# Meridian creates no private zones: create it, then write its id in place of existing."
        : "# Created with the DNS stack.";
  }

  private Yaml.Mapping names() {
    Yaml.Mapping all = new Yaml.Mapping();
    draft
        .trees()
        .forEach(
            (name, tree) -> {
              Yaml.Mapping written = trees.policy(tree);
              draft.ttl(name).filter(own -> own != ttl).ifPresent(own -> written.put("ttl", own));
              all.put(label(name), written);
            });
    return all;
  }

  private String label(DnsName name) {
    return Zone.label(name, draft.plan().zone());
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

  private static boolean uses(Group tree, CidrCollection collection) {
    return tree.twigs().stream()
        .anyMatch(
            twig ->
                (twig.policy() instanceof RoutingPolicy.IpBased policy
                        && policy.collection().equals(collection.name()))
                    || (twig.end() instanceof Group.Below below
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

package dev.meridian.importing;

import dev.meridian.importing.ImportedGroup.Labelled;
import dev.meridian.model.DnsName;
import dev.meridian.model.ZoneKind;
import java.util.List;

/** Writes the file of an import. */
final class DeclarationFile {
  private final ImportState state;
  private final ImportMetadata metadata;
  private final ImportedEndpoints endpoints;
  private final EndpointNamer names;
  private final DeclarationWriter declared;
  private final PolicyTreeWriter trees;
  private final long ttl;

  DeclarationFile(ImportState state, ImportMetadata metadata) {
    this.state = state;
    this.metadata = metadata;
    List<ImportedName> all = List.copyOf(state.trees().values());
    List<Labelled> leaves = all.stream().flatMap(ImportedName::leaves).toList();
    this.endpoints = ImportedEndpoints.of(leaves);
    HealthCheckUses uses = new HealthCheckUses(state.records(), all, endpoints);
    this.names = new EndpointNamer(state.records(), uses, endpoints.all());
    this.declared = new DeclarationWriter(state.records(), endpoints, names);
    this.trees = new PolicyTreeWriter(endpoints, declared, state.plan().zone());
    List<Long> ttls =
        all.stream()
            .flatMap(name -> name.parts().stream())
            .flatMap(part -> part.ttl().stream())
            .toList();
    this.ttl = NameTtls.usual(ttls.isEmpty() ? state.others().ttls() : ttls);
  }

  String text(List<String> leftOut, List<String> renamed) {
    StringBuilder out =
        new StringBuilder(new HeaderComment(metadata.source(), leftOut, renamed).text());
    YamlWriter.Mapping top = new YamlWriter.Mapping();
    top.put("application", metadata.application()).put("environment", metadata.environment());
    section(out, "", top);
    section(out, aboutZone(), new YamlWriter.Mapping().put("zone", zone()));
    section(
        out,
        "# Where Terraform stores its states; see docs/declaration.md for s3, cloud and others.",
        new YamlWriter.Mapping().put("state", new YamlWriter.Mapping().put("backend", "local")));
    section(
        out,
        "# Endpoints and branches with a health check have their own health-check.",
        new YamlWriter.Mapping().put("health-check", "none"));
    part(out, "health-checks", declared.healthChecks());
    part(out, "endpoints", declared.endpoints());
    part(out, "cidr-collections", DeclarationWriter.collections(state.collections()));
    section(out, "", new YamlWriter.Mapping().put("ttl", ttl));
    part(out, "names", names());
    part(out, "records", state.others().section(ttl));
    return out.toString();
  }

  private static void section(StringBuilder out, String comment, YamlWriter.Mapping section) {
    out.append('\n');
    if (!comment.isEmpty()) {
      out.append(comment).append('\n');
    }
    section.lines(out, 0);
  }

  /** Writes a mapping with one line per entry, even if it is short. */
  private static void part(StringBuilder out, String key, YamlWriter.Mapping entries) {
    if (!entries.isEmpty()) {
      out.append('\n').append(key).append(":\n");
      entries.lines(out, 2);
    }
  }

  private YamlWriter zone() {
    String name = state.plan().zone().text();
    boolean isPrivate = metadata.kind() == ZoneKind.PRIVATE;
    if (metadata.zoneId() != null) {
      YamlWriter.Mapping zone =
          new YamlWriter.Mapping().put("name", name).put("id", metadata.zoneId());
      return isPrivate ? zone.put("private", true) : zone;
    }
    // The DNS stack creates public zones, which would show private records to everybody.
    return isPrivate
        ? new YamlWriter.Mapping().put("name", name).put("existing", true).put("private", true)
        : YamlWriter.Scalar.of(name);
  }

  private String aboutZone() {
    if (metadata.zoneId() != null) {
      return "# Adopted: the zone stays if you destroy the stacks.";
    }
    return metadata.kind() == ZoneKind.PRIVATE
        ? "# Meridian does not create private zones. Create it, then replace existing with its id."
        : "# Created with the DNS stack.";
  }

  private YamlWriter.Mapping names() {
    YamlWriter.Mapping all = new YamlWriter.Mapping();
    state
        .trees()
        .forEach(
            (name, tree) -> {
              YamlWriter.Mapping types = new YamlWriter.Mapping();
              for (ImportedName.Part part : tree.parts()) {
                YamlWriter.Mapping written = policy(name, part);
                all.put(label(name), part.only() == null ? written : types);
                if (part.only() != null) {
                  types.put(part.only().name(), written);
                }
              }
            });
    return all;
  }

  private YamlWriter.Mapping policy(DnsName name, ImportedName.Part part) {
    long own = part.ttl().orElse(ttl);
    YamlWriter.Mapping written = trees.policy(part.group(), label(name), own);
    if (own != ttl) {
      written.put("ttl", own);
    }
    if (part.trafficPolicy()) {
      written.put("via", "traffic-policy");
    }
    return part.frontDoor() ? written.put("front-door", true) : written;
  }

  private String label(DnsName name) {
    return ZoneNames.label(name, state.plan().zone());
  }

  /** What in the file affects which names, checks and collections. */
  FileParts parts() {
    return new FileParts(state, endpoints, names);
  }
}

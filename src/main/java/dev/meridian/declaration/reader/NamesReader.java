package dev.meridian.declaration.reader;

import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.value.TtlReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code names}: each label of the zone with one policy. */
final class NamesReader {
  private static final String APEX = "@";

  private final PolicyTreeReader policies;
  private final Optional<DnsName> zone;
  private final int ttl;
  private final Map<DnsName, String> labels = new LinkedHashMap<>();

  NamesReader(PolicyTreeReader policies, Optional<ZoneDeclaration> zone, int ttl) {
    this.policies = policies;
    this.zone = zone.map(ZoneDeclaration::name);
    this.ttl = ttl;
  }

  List<NameDeclaration> read(Optional<YamlNode> names) {
    List<NameDeclaration> read = new ArrayList<>();
    List<Pair> pairs = names.map(YamlNode::pairs).orElse(List.of());
    if (pairs.isEmpty()) {
      names
          .filter(YamlNode::isMapping)
          .ifPresent(n -> n.report("there are no names", "write api: {simple: us-east-1}"));
    }
    pairs.forEach(pair -> read.addAll(name(pair)));
    return read;
  }

  private List<NameDeclaration> name(Pair pair) {
    Optional<DnsName> name = zone.flatMap(z -> qualified(pair, z));
    if (!isByType(pair.value())) {
      return named(pair, name, pair.value().mapping(AllowedKeys.NAME), null);
    }
    Optional<YamlMapping> types = pair.value().mapping(AllowedKeys.NAME_BY_TYPE);
    List<NameDeclaration> read = new ArrayList<>();
    for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
      Optional<YamlMapping> mapping =
          types
              .flatMap(of -> of.get(type.name()))
              .flatMap(value -> value.mapping(AllowedKeys.NAME_OF_TYPE));
      read.addAll(named(pair, name, mapping, type));
    }
    return read;
  }

  /** Whether a name's policies are below their types. */
  private static boolean isByType(YamlNode value) {
    return value.peek(RecordType.A.name()).isPresent()
        || value.peek(RecordType.AAAA.name()).isPresent();
  }

  private List<NameDeclaration> named(
      Pair pair, Optional<DnsName> name, Optional<YamlMapping> mapping, @Nullable RecordType only) {
    int own = mapping.map(s -> s.integer("ttl", ttl, TtlReader::check)).orElse(ttl);
    Optional<PolicyTree> policy = mapping.flatMap(policies::read);
    return name
        .flatMap(
            n ->
                policy.map(p -> new NameDeclaration(pair.name(), n, p, own, only, pair.key().at())))
        .stream()
        .toList();
  }

  private Optional<DnsName> qualified(Pair pair, DnsName zone) {
    YamlNode key = pair.key();
    String label = pair.name();
    if (label.equals(APEX)) {
      return unique(key, zone);
    }
    if (label.endsWith(".")) {
      return key.refuse(
          "names are relative to the zone and do not end with a dot", "remove the dot");
    }
    Optional<DnsName> name = key.make(() -> zone.child(label));
    Optional<String> slip = name.flatMap(n -> slip(label, zone));
    return slip.isPresent()
        ? key.refuse(
            "names are relative to the zone: this one would be " + label + "." + zone,
            "write " + slip.get())
        : name.flatMap(n -> unique(key, n));
  }

  /** The label that was probably meant, if the zone's name was written too. */
  private static Optional<String> slip(String label, DnsName zone) {
    DnsName written = new DnsName(label);
    if (written.equals(zone)) {
      return Optional.of("\"@\"");
    }
    return written.relativeTo(zone);
  }

  private Optional<DnsName> unique(YamlNode key, DnsName name) {
    String earlier = labels.putIfAbsent(name, key.path().text());
    return earlier == null
        ? Optional.of(name)
        : key.refuse("this is the same name as " + earlier, "merge the two, or remove one");
  }
}

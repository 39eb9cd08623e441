package dev.meridian.declaration.reader;

import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.value.LabelReader;
import dev.meridian.declaration.value.TtlReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.DnsName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code names}: each label of the zone with one policy. */
final class NamesReader {
  private final PolicyTreeReader policies;
  private final LabelReader labels;
  private final int ttl;

  NamesReader(PolicyTreeReader policies, Optional<ZoneDeclaration> zone, int ttl) {
    this.policies = policies;
    this.labels = new LabelReader(zone.map(ZoneDeclaration::name));
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
    pairs.forEach(pair -> name(pair).ifPresent(read::add));
    return read;
  }

  private Optional<NameDeclaration> name(Pair pair) {
    Optional<DnsName> name = labels.read(pair);
    Optional<YamlMapping> mapping = pair.value().mapping(AllowedKeys.NAME);
    int own = mapping.map(s -> s.integer("ttl", ttl, TtlReader::check)).orElse(ttl);
    Optional<PolicyTree> policy = mapping.flatMap(policies::read);
    return name.flatMap(
        n -> policy.map(p -> new NameDeclaration(pair.name(), n, p, own, pair.key().at())));
  }
}

package dev.meridian.declaration.reader;

import dev.meridian.declaration.Adjustment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.Ramp;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.value.LabelReader;
import dev.meridian.declaration.value.TtlReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code names}: each label of the zone with one policy. */
final class NamesReader {
  private static final String FRONT_DOOR = "front-door";

  private static final String VIA = "via";
  private static final String TRAFFIC_POLICY = "traffic-policy";
  private static final String[] VIAS = {"records", TRAFFIC_POLICY};

  private final PolicyTreeReader policies;
  private final LabelReader labels;
  private final AdjustmentReader adjustments;
  private final int ttl;

  NamesReader(
      PolicyTreeReader policies,
      Optional<ZoneDeclaration> zone,
      Map<String, RegionDeclaration> regions,
      int ttl) {
    this.policies = policies;
    this.labels = new LabelReader(zone.map(ZoneDeclaration::name));
    this.adjustments = new AdjustmentReader(regions);
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
    Optional<DnsName> name = labels.read(pair);
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
    boolean frontDoor = mapping.map(s -> s.flag(FRONT_DOOR, false)).orElse(false);
    boolean trafficPolicy = mapping.map(NamesReader::isViaTrafficPolicy).orElse(false);
    Optional<PolicyTree> policy = mapping.flatMap(policies::read);
    Optional<Adjustment> adjustment =
        mapping
            .filter(m -> only == null)
            .flatMap(m -> m.get("adjust"))
            .flatMap(
                value ->
                    policy.flatMap(
                        tree -> adjustments.read(value, tree, frontDoor, trafficPolicy)));
    Optional<YamlNode> rampNode = mapping.filter(m -> only == null).flatMap(m -> m.get("ramp"));
    Optional<Ramp> ramp =
        rampNode.flatMap(
            value ->
                policy.flatMap(tree -> RampReader.read(value, tree, frontDoor, trafficPolicy)));
    if (rampNode.isPresent() && mapping.filter(m -> m.has("adjust")).isPresent()) {
      rampNode
          .get()
          .report("ramp and adjust would both change the weights", "remove ramp or adjust");
    }
    return name
        .flatMap(
            n ->
                policy.map(
                    p ->
                        new NameDeclaration(
                            pair.name(),
                            n,
                            p,
                            own,
                            only,
                            frontDoor,
                            adjustment.orElse(null),
                            ramp.orElse(null),
                            trafficPolicy,
                            pair.key().at())))
        .stream()
        .toList();
  }

  private static boolean isViaTrafficPolicy(YamlMapping mapping) {
    return mapping
        .get(VIA)
        .flatMap(
            via ->
                Suggestions.read(
                    via, VIAS, word -> word, "a name is answered via records or a policy, not %s"))
        .filter(TRAFFIC_POLICY::equals)
        .isPresent();
  }
}

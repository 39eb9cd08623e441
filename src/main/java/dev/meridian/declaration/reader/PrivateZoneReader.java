package dev.meridian.declaration.reader;

import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.Goals;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PrivateNetwork;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.PrivateZone.Health;
import dev.meridian.declaration.RecordDeclaration;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.VpcResolver;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.reader.health.HealthCheckReferenceReader;
import dev.meridian.declaration.reader.health.HealthChecksReader;
import dev.meridian.declaration.reader.privatezone.PeeringReader;
import dev.meridian.declaration.reader.privatezone.PrivateNetworksReader;
import dev.meridian.declaration.reader.privatezone.PrivateRegionsReader;
import dev.meridian.declaration.reader.privatezone.ResolverReader;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.value.TtlReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.DnsName;
import dev.meridian.model.ZoneKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code private}: a private zone with names of its own.
 *
 * @param root the whole file
 * @param declared the regions of the file by code
 * @param ttl seconds, for records of a private zone without a {@code ttl} of its own
 */
record PrivateZoneReader(YamlNode root, Map<String, RegionDeclaration> declared, int ttl) {
  /** Keys of the top level that people could expect here, with the reason and a fix. */
  private static final Map<String, List<String>> ELSEWHERE =
      Map.of(
          "accelerators",
          List.of(
              "the addresses of an accelerator are public, and need no private zone",
              "declare it at the top level"),
          "cidr-collections",
          List.of(
              "Route 53 does not support IP-based routing in private hosted zones", "remove it"),
          "switches",
          List.of(
              "switches take public load balancers out of service",
              "declare them at the top level; here, a health check can follow a recovery-control"),
          "site",
          List.of("a region has one site for both zones", "declare it at the top level"));

  Optional<PrivateZone> read(YamlMapping top, Optional<ZoneDeclaration> publicZone) {
    Optional<YamlNode> node = top.get("private");
    Optional<YamlMapping> mapping =
        node.flatMap(value -> value.mapping(AllowedKeys.PRIVATE, PrivateZoneReader::elsewhere));
    if (node.isPresent()
        && publicZone.filter(zone -> zone.kind() == ZoneKind.PRIVATE).isPresent()) {
      node.get()
          .report(
              "the zone of this file is private, so there cannot be another one",
              "declare the names here at the top level, or remove private: true from zone");
    }
    return mapping.flatMap(this::read);
  }

  private static boolean elsewhere(Pair pair) {
    List<String> message = ELSEWHERE.getOrDefault(pair.name(), List.of());
    if (!message.isEmpty()) {
      pair.key().report(message.get(0), message.get(1));
    }
    return !message.isEmpty();
  }

  private Optional<PrivateZone> read(YamlMapping mapping) {
    YamlNode node = mapping.whole();
    Optional<ZoneDeclaration> zone =
        mapping.require("zone", "internal.example.com").flatMap(ZoneReader::readPrivate);
    Optional<DnsName> zoneName = zone.map(ZoneDeclaration::name);
    List<RegionDeclaration> regions = new PrivateRegionsReader(declared).read(mapping);
    boolean peering = new PeeringReader(root, regions).read(mapping);
    Map<String, PrivateNetwork> networks =
        new PrivateNetworksReader(regions).read(mapping.get("networks"));
    DeclaredNames declaredNames =
        DeclaredNames.ofPrivateZone(node, PrivateRegionsReader.named(root));
    Health health = mapping.get("health-check").flatMap(this::health).orElse(Health.ALARM);
    HealthChecksReader checks = new HealthChecksReader(declaredNames, ZoneKind.PRIVATE);
    Map<String, HealthCheckDeclaration> named = checks.read(mapping.get("health-checks"));
    HealthCheckReferenceReader references =
        new HealthCheckReferenceReader(declaredNames, ZoneKind.PRIVATE);
    Map<String, EndpointDeclaration> endpoints =
        new EndpointsReader(references, new HealthCheckReference.None())
            .read(mapping.get("endpoints"));
    checks.checkChildren(named, internal(regions, health), endpoints, Map.of());
    int own = mapping.integer("ttl", ttl, TtlReader::check);
    mapping.get("names").ifPresent(PrivateZoneReader::checkNames);
    PolicyTreeReader policies =
        new PolicyTreeReader(declaredNames, references, named, Optional.empty());
    List<NameDeclaration> names =
        new NamesReader(policies, zone, declared, own).read(mapping.get("names"));
    List<RecordDeclaration> records = new RecordsReader(zoneName, own).read(mapping.get("records"));
    VpcResolver resolver =
        new ResolverReader(zoneName, regions, names).read(mapping.get("resolver"));
    Goals goals = new GoalsReader(declaredNames, zoneName, declaredNames.names()).read(mapping);
    return zone.map(
        found ->
            new PrivateZone(
                found,
                regions.stream().map(RegionDeclaration::code).toList(),
                health,
                peering,
                networks,
                resolver,
                named,
                endpoints,
                names,
                records,
                goals,
                node.at()));
  }

  private Optional<Health> health(YamlNode value) {
    return value.isMapping()
        ? HealthChecksReader.refuseProbe(value, "write alarm or target-health")
        : Suggestions.read(
            value,
            Health.values(),
            Health::keyword,
            "Route 53 cannot learn the health of internal load balancers by \"%s\"");
  }

  /** The regions whose health check is that of the internal load balancer. */
  private static Map<String, RegionDeclaration> internal(
      List<RegionDeclaration> regions, Health health) {
    HealthCheckReference check =
        health == Health.ALARM
            ? new HealthCheckReference.Inherited()
            : new HealthCheckReference.None();
    Map<String, RegionDeclaration> internal = new LinkedHashMap<>();
    for (RegionDeclaration region : regions) {
      internal.put(
          region.code(),
          new RegionDeclaration(region.code(), region.site(), check, null, region.at()));
    }
    return internal;
  }

  private static void checkNames(YamlNode names) {
    if (!names.isMapping()) {
      return;
    }
    for (Pair pair : names.pairs()) {
      pair.value()
          .peek("via")
          .filter(via -> via.isText("traffic-policy"))
          .ifPresent(
              via ->
                  via.report(
                      "Route 53 has no traffic policies in private hosted zones", "remove via"));
      for (String key : List.of("adjust", "ramp")) {
        pair.value()
            .peek(key)
            .ifPresent(
                value ->
                    value.report(
                        "the function that changes weights works for names of the public zone only",
                        "remove " + key));
      }
    }
  }
}

package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import dev.meridian.resolve.client.ClientZone;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/** One question of the vectors against one zone. */
final class AnswerVector {
  private final VectorFields fields;
  private final AnswerVectorRecords records = new AnswerVectorRecords();
  private final Map<String, Set<String>> addresses = new HashMap<>();
  private final Set<Value> unhealthyTargets = new HashSet<>();
  private final TreeMap<Integer, Map<IPAddress, GeoLocation>> database = new TreeMap<>();

  AnswerVector(VectorFields fields) {
    this.fields = fields;
  }

  void check() {
    ZoneKind zone = ZoneKind.valueOf(fields.text("zone_kind").toUpperCase(Locale.ROOT));
    List<RecordSet> sets = fields.list("records", records::record);
    List<CidrCollection> collections = new ArrayList<>();
    fields
        .find("cidr_collections")
        .ifPresent(
            all ->
                all.properties()
                    .forEach(
                        e ->
                            collections.add(
                                AnswerVectorRecords.collection(e.getKey(), e.getValue()))));
    RoutingPlan plan =
        new RoutingPlan(new DnsName(fields.text("zone")), sets, List.of(), collections);
    readTargets();
    readDatabase();
    HealthState health = new HealthState(unhealthyChecks(), unhealthyTargets);
    VectorFields query = fields.object("query");
    Question question = Question.of(query.text("name"), RecordType.valueOf(query.text("type")));
    Client client = client(query.object("client"), zone);
    query.allRead();
    Resolver resolver = Resolver.of(plan, zone, Interpretation.DOCUMENTED);
    Resolution resolution = resolver.answer(question, client, health);
    VectorFields expected = fields.object("expect");
    compare(expected, resolution);
    expected.allRead();
  }

  private Set<String> unhealthyChecks() {
    Set<String> unhealthy = new HashSet<>();
    for (Map.Entry<String, JsonNode> check : fields.object("health").entries()) {
      switch (check.getValue().asText()) {
        case "healthy" -> {}
        case "unhealthy" -> unhealthy.add(check.getKey());
        default -> throw new IllegalArgumentException(check.toString());
      }
    }
    return unhealthy;
  }

  private void readTargets() {
    if (fields.find("aws_targets").isEmpty()) {
      return;
    }
    for (Map.Entry<String, JsonNode> entry : fields.object("aws_targets").entries()) {
      VectorFields target = new VectorFields(entry.getKey(), entry.getValue());
      if (!target.flag("healthy")) {
        unhealthyTargets.add(Value.literal(entry.getKey()));
      }
      addresses.put(entry.getKey(), Set.copyOf(target.texts("values")));
      target.allRead();
    }
  }

  private Client client(VectorFields given, ZoneKind zone) {
    Optional<IPAddress> subnet = given.findText("ecs").map(AnswerVector::address);
    Optional<IPAddress> resolver = given.findText("resolver_ip").map(AnswerVector::address);
    Optional<String> vpc = given.findText("vpc_region");
    Optional<ClientZone> az = zone(given);
    Client located =
        zone == ZoneKind.PRIVATE
            ? vpc.map(ClientLocator::inVpc).orElse(Client.UNKNOWN)
            : ((GeoIp) this::database).client(subnet.orElse(null), resolver.orElse(null));
    String subdivision = given.findText("subdivision").orElse(null);
    Client placed =
        given
            .findText("country")
            .flatMap(country -> AnswerVectorRecords.whereabouts(country, subdivision))
            .map(place -> ClientLocator.at(located, place))
            .orElse(located);
    given.findText("location").ifPresent(word -> assertThat(word).isEqualTo("unmapped"));
    Client measured =
        given.find("latency_ms").isPresent()
            ? placed.withLatencies(milliseconds(given.object("latency_ms")))
            : placed;
    Client client =
        given.find("distance_km").isPresent()
            ? measured.withDistances(records.distances(given.object("distance_km")))
            : measured;
    given.allRead();
    return client.withZone(az.orElse(null));
  }

  private static Optional<ClientZone> zone(VectorFields given) {
    return given
        .findText("az_id")
        .map(
            id ->
                new ClientZone(
                    id, given.text("zone_group"), given.text("region"), given.text("partition")));
  }

  private static Map<String, Double> milliseconds(VectorFields byRegion) {
    Map<String, Double> latencies = new HashMap<>();
    byRegion.entries().forEach(e -> latencies.put(e.getKey(), e.getValue().asDouble()));
    return latencies;
  }

  private static IPAddress address(String text) {
    return new IPAddressString(text).getAddress();
  }

  /** An address without an entry, or with an empty one, is mapped nowhere. */
  private void readDatabase() {
    if (fields.find("geoip").isEmpty()) {
      return;
    }
    for (Map.Entry<String, JsonNode> entry : fields.object("geoip").entries()) {
      if (entry.getValue().isNull()) {
        continue;
      }
      VectorFields place = new VectorFields(entry.getKey(), entry.getValue());
      String subdivision = place.findText("subdivision").orElse(null);
      IPAddress block = address(entry.getKey());
      int prefix = block.isPrefixed() ? block.getNetworkPrefixLength() : block.getBitCount();
      place
          .findText("country")
          .flatMap(country -> AnswerVectorRecords.whereabouts(country, subdivision))
          .ifPresent(
              location ->
                  database.computeIfAbsent(prefix, p -> new HashMap<>()).put(block, location));
      place.allRead();
    }
  }

  private Optional<GeoLocation> database(IPAddress address) {
    return database.descendingMap().values().stream()
        .flatMap(blocks -> blocks.entrySet().stream())
        .filter(entry -> entry.getKey().contains(address))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private void compare(VectorFields expected, Resolution resolution) {
    switch (expected.text("kind")) {
      case "nodata" ->
          assertThat(resolution.distribution())
              .isEqualTo(Map.of(new DnsResult.NoData(), BigFraction.ONE));
      case "nxdomain" ->
          assertThat(resolution.distribution())
              .isEqualTo(Map.of(new DnsResult.NxDomain(), BigFraction.ONE));
      case "distribution" ->
          assertThat(distribution(resolution))
              .as(String.join("\n", resolution.reason().lines()))
              .isEqualTo(expectedDistribution(expected));
      case "subset" -> compareSubset(expected, resolution);
      default -> throw new IllegalArgumentException("expect " + expected.text("kind"));
    }
  }

  private static Map<Set<String>, BigFraction> expectedDistribution(VectorFields expected) {
    Map<Set<String>, BigFraction> chances = new HashMap<>();
    expected.list(
        "outcomes",
        outcome ->
            chances.merge(
                Set.copyOf(outcome.texts("values")),
                BigFraction.parse(outcome.text("p")),
                BigFraction::add));
    return chances;
  }

  private Map<Set<String>, BigFraction> distribution(Resolution resolution) {
    Map<Set<String>, BigFraction> chances = new HashMap<>();
    resolution.outcomes().forEach(o -> chances.merge(values(o), o.probability(), BigFraction::add));
    return chances;
  }

  private Set<String> values(Outcome outcome) {
    if (!outcome.cnames().isEmpty()) {
      return Set.of(outcome.cnames().get(0).target().toString());
    }
    if (outcome.result() instanceof DnsResult.Values values) {
      return Set.copyOf(values.values().stream().map(Value::toString).toList());
    }
    if (outcome.result() instanceof DnsResult.Resource resource) {
      return addresses.get(resource.dnsName().toString());
    }
    return Set.of(outcome.result().toString());
  }

  private static void compareSubset(VectorFields expected, Resolution resolution) {
    assertThat(resolution.outcomes()).hasSize(1);
    assertThat(resolution.outcomes().get(0).probability()).isEqualTo(BigFraction.ONE);
    assertThat(resolution.outcomes().get(0).result()).isInstanceOf(DnsResult.Sample.class);
    DnsResult.Sample sample = (DnsResult.Sample) resolution.outcomes().get(0).result();
    assertThat(sample.size()).isEqualTo(expected.number("size"));
    assertThat(sample.records().stream().flatMap(List::stream).map(Value::toString).toList())
        .containsExactlyInAnyOrderElementsOf(expected.texts("from"));
    assertThat(sample.inclusion()).isEqualTo(BigFraction.parse(expected.text("inclusion_p")));
  }
}

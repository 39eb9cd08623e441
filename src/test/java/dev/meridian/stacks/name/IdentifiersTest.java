package dev.meridian.stacks.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.RecoveryControl;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.testing.RandomCases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names made to look alike, in thousands of sets. */
class IdentifiersTest {
  private static final int SETS = 2_000;
  private static final DnsName ZONE = new DnsName("example.com");
  private static final List<String> PARTS =
      List.of(
          "a",
          "b",
          "a",
          "b",
          "_",
          "_",
          "-",
          "+",
          "1",
          "12",
          "apex",
          "wildcard",
          "aaaa",
          "cname",
          "eu-west-1",
          "abcdef",
          "012345",
          "api");
  private static final List<RecordType> TYPES =
      List.of(RecordType.A, RecordType.AAAA, RecordType.CNAME, RecordType.TXT);

  @Test
  void anIdentifierDependsOnItsOwnNameAlone() {
    Map<String, String> alone = new HashMap<>();
    for (int seed = 0; seed < SETS; seed++) {
      RoutingPlan plan = plan(RandomCases.random(seed));
      Map<String, String> together = identifiers(plan);
      together.keySet().forEach(thing -> alone.computeIfAbsent(thing, any -> alone(plan, thing)));

      assertThat(alone).as("seed %d", seed).containsAllEntriesOf(together);
    }
    assertThat(alone).hasSizeGreaterThan(SETS);
  }

  @Test
  void noTwoNamesHaveOneIdentifier() {
    Map<String, String> owners = new HashMap<>();
    List<String> shared = new ArrayList<>();
    for (int seed = 0; seed < SETS; seed++) {
      identifiers(plan(RandomCases.random(seed)))
          .forEach(
              (thing, identifier) -> {
                String kind = thing.substring(0, thing.indexOf(' ') + 1);
                String owner = owners.putIfAbsent(kind + identifier, thing);
                if (owner != null && !owner.equals(thing)) {
                  shared.add(owner + " and " + thing + ": " + identifier);
                }
              });
    }
    assertThat(shared).isEmpty();
    assertThat(owners.keySet()).allMatch(name -> name.matches("[a-z]+ [A-Za-z_][A-Za-z0-9_-]*"));
  }

  @Test
  void noTwoEmailAddressesHaveOneIdentifier() {
    Map<String, String> owners = new HashMap<>();
    List<String> parts = List.of("a", "b", ".", "_", "-", "+", "1", "com");
    for (int seed = 0; seed < SETS; seed++) {
      Random random = RandomCases.random(seed);
      String email = some(random, parts) + "@" + some(random, parts) + "." + some(random, parts);

      assertThat(owners.putIfAbsent(Spelling.ofEmail(email).identifier(), email)).isIn(null, email);
    }
    assertThat(owners).hasSizeGreaterThan(SETS / 10);
  }

  @ParameterizedTest
  @CsvSource({
    "ops@example.com,        ops_example_com",
    "first.last@example.com, first_last_example_com",
    "ops@mail.example.com,   ops_mail_example_com_ac815f",
    "a+b@example.com,        a_b_example_com_7b97e2",
  })
  void anEmailAddressOfAUsualFormKeepsItsPlainName(String email, String identifier) {
    assertThat(Spelling.ofEmail(email).identifier()).isEqualTo(identifier);
  }

  /** Every name of the plan with its kind, and what it is called. */
  private static Map<String, String> identifiers(RoutingPlan plan) {
    TerraformNames names = TerraformNames.of(plan);
    Map<String, String> identifiers = new TreeMap<>();
    plan.records().forEach(r -> identifiers.put("record " + r.key(), names.record(r.key())));
    plan.healthChecks()
        .forEach(check -> identifiers.put("check " + check.id(), names.healthCheck(check.id())));
    plan.cidrCollections()
        .forEach(
            collection -> {
              String name = collection.name();
              identifiers.put("collection " + name, names.cidrCollection(name));
              collection
                  .locations()
                  .keySet()
                  .forEach(
                      l ->
                          identifiers.put(
                              "location " + name + " " + l, names.cidrLocation(name, l)));
            });
    return identifiers;
  }

  /** What {@code thing} is called in a plan that has nothing else. */
  private static String alone(RoutingPlan plan, String thing) {
    List<CidrCollection> collections =
        plan.cidrCollections().stream()
            .filter(c -> (thing + " ").contains(" " + c.name() + " "))
            .toList();
    RoutingPlan only =
        new RoutingPlan(
            ZONE,
            plan.records().stream().filter(r -> thing.equals("record " + r.key())).toList(),
            plan.healthChecks().stream().filter(c -> thing.equals("check " + c.id())).toList(),
            collections);
    return identifiers(only).get(thing);
  }

  private static RoutingPlan plan(Random random) {
    Map<RecordKey, RecordSet> records = new HashMap<>();
    Set<String> ids = new HashSet<>();
    Map<String, CidrCollection> collections = new HashMap<>();
    for (int i = 0; i < 12; i++) {
      RecordSet record = record(random);
      records.put(record.key(), record);
      ids.add(some(random, List.of("a", "b", ".", "_", "-", "/", "1", "abcdef")));
      String name = some(random, List.of("a", "b", "_", "-", "1", "abcdef"));
      collections.put(name, new CidrCollection(name, locations(random)));
    }
    return new RoutingPlan(
        ZONE,
        new ArrayList<>(records.values()),
        ids.stream().map(IdentifiersTest::check).toList(),
        new ArrayList<>(collections.values()));
  }

  private static RecordSet record(Random random) {
    String labels =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(i -> i == 0 && random.nextInt(6) == 0 ? "*" : some(random, PARTS))
            .map(label -> label + ".")
            .collect(Collectors.joining());
    String identifier =
        switch (random.nextInt(4)) {
          case 0 -> null;
          case 1 -> some(random, PARTS) + "-203.0." + random.nextInt(3) + "." + random.nextInt(3);
          case 2 -> some(random, PARTS) + "-2001:db8::" + random.nextInt(3);
          default -> some(random, PARTS) + (random.nextBoolean() ? "" : "." + random.nextInt(3));
        };
    RoutingPolicy policy =
        identifier == null ? new RoutingPolicy.Simple() : new RoutingPolicy.Weighted(1);
    RecordType type = TYPES.get(random.nextInt(TYPES.size()));
    return new RecordSet(
        new RecordKey(new RrsetKey(new DnsName(labels + ZONE), type), identifier),
        policy,
        new RecordData.Values(60, List.of(Value.literal("any"))),
        null);
  }

  private static HealthCheck check(String id) {
    return new HealthCheck(
        id, new RecoveryControl("arn:aws:route53-recovery-control::1:x"), false, false);
  }

  private static Map<String, List<CidrBlock>> locations(Random random) {
    Map<String, List<CidrBlock>> locations = new HashMap<>();
    for (int i = 0; i < 3; i++) {
      locations.put(
          some(random, List.of("a", "b", "_", "-", "1", "abcdef")).replaceAll("(.{16}).*", "$1"),
          List.of(new CidrBlock("192.0.2.0/24")));
    }
    return locations;
  }

  private static String some(Random random, List<String> parts) {
    return IntStream.range(0, 1 + random.nextInt(3))
        .mapToObj(i -> parts.get(random.nextInt(parts.size())))
        .collect(Collectors.joining());
  }
}

package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fields and values that AWS and its provider add after this version of Meridian. What does not
 * affect an answer is ignored; what does is unread by name, and never called the user's error.
 */
class NewInAwsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLAN = "src/test/resources/dev/meridian/cli/split-horizon.plan.json";
  private static final String STATE = "src/test/resources/dev/meridian/importing/recipe.tfstate";
  private static final String ZONE =
      "src/test/resources/dev/meridian/importing/every-policy.zone.json";
  private static final int SEEDS = 12;

  /** Attributes that provider 6.66 has and 5.100 has not, and made-up ones. */
  private static final List<String> NEW_ATTRIBUTES =
      List.of(
          "enable_accelerated_recovery",
          "triggers",
          "endpoint_type",
          "health_check_source_id",
          "record_set_protection",
          "change_guardrails",
          "zone_tier",
          "public_fallback",
          "type_v2");

  /** The same in the API. */
  private static final List<String> NEW_FIELDS =
      List.of(
          "RecordSetProtection", "ChangeGuardrails", "ZoneTier", "PublicFallback", "Xyz", "Ttl2");

  private static final List<JsonNode> NEW_VALUES =
      List.of(
          JSON.getNodeFactory().booleanNode(true),
          JSON.getNodeFactory().numberNode(7),
          JSON.getNodeFactory().textNode("PRIVATE"),
          JSON.createArrayNode().add("a"),
          JSON.createArrayNode().add(JSON.createObjectNode().put("mode", "LOCKED")),
          JSON.createObjectNode().put("mode", "LOCKED"));

  /** Words that blame the user. */
  private static final Pattern BLAME =
      Pattern.compile("(?i)invalid|is not valid|not a type|is not a |must not|fix: use|fix: give");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "--plan, " + PLAN + ", www, --zone-kind private",
    "--state, " + STATE + ", geo.api, --zone example.com"
  })
  void newAttributesChangeNothing(String option, String file, String name, String choice)
      throws IOException {
    List<String> options = List.of((option + " FILE " + choice).split(" "));
    JsonNode original = JSON.readTree(Path.of(file).toFile());
    Path changed = folder.resolve(Path.of(file).getFileName());
    List<String> before = answers(options, Path.of(file), name);

    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      JsonNode copy = original.deepCopy();
      resources(copy).forEach(resource -> addSome(resource, NEW_ATTRIBUTES, random));
      Files.writeString(changed, JSON.writeValueAsString(copy));

      assertThat(answers(options, changed, name)).as("seed " + seed).isEqualTo(before);
    }
  }

  @Test
  void newFieldsOfAZoneChangeNothing() throws IOException {
    JsonNode original = JSON.readTree(Path.of(ZONE).toFile());
    try (RecordedZone zone = new RecordedZone(original)) {
      List<String> before = answers(zone);
      for (long seed = 0; seed < SEEDS; seed++) {
        Random random = new Random(seed);
        JsonNode copy = original.deepCopy();
        copy.findValues("ResourceRecordSets")
            .forEach(sets -> sets.forEach(set -> addSome((ObjectNode) set, NEW_FIELDS, random)));
        copy.findValues("HealthCheckConfig")
            .forEach(config -> addSome((ObjectNode) config, NEW_FIELDS, random));
        zone.serve(copy);

        assertThat(answers(zone)).as("seed " + seed).isEqualTo(before);
      }
    }
  }

  @Test
  void aRecordOfANewTypeIsUnreadAndOtherTypesOfItsNameAreAnswered() throws IOException {
    JsonNode recorded = JSON.readTree(Path.of(ZONE).toFile());
    ArrayNode sets = (ArrayNode) recorded.path("zones").path(0).path("ResourceRecordSets");
    sets.addObject()
        .put("Name", "www.example.com.")
        .put("Type", "WALLET")
        .put("TTL", 60)
        .putArray("ResourceRecords")
        .addObject()
        .put("Value", "x");
    sets.addObject()
        .put("Name", "only.wild.example.com.")
        .put("Type", "WALLET")
        .put("TTL", 60)
        .putArray("ResourceRecords")
        .addObject()
        .put("Value", "x");
    try (RecordedZone zone = new RecordedZone(recorded)) {
      Run www = ask(zone, "resolve", "www", "--from", "DE");
      Run only = ask(zone, "resolve", "only.wild", "--from", "DE", "--json");
      Run gone = ask(zone, "resolve", "gone", "--from", "DE");
      Run compared =
          Run.of(
              "compare", "zone:example.com", "zone:example.com", "--aws-endpoint", zone.endpoint());
      Run imported = ask(zone, "import");

      assertThat(www.exitCode()).as(www.out()).isZero();
      assertThat(www.err())
          .contains(
              "www.example.com. WALLET: Meridian does not know the record type WALLET yet, so the"
                  + " answers to WALLET queries are not known");
      assertThat(only.out()).contains("\"no-data\"").doesNotContain("192.0.2");
      assertThat(gone.out()).contains("no such name");
      assertThat(compared.exitCode()).isEqualTo(1);
      assertThat(compared.out()).contains("www.example.com WALLET");
      assertThat(imported.err()).contains("left out: ", "www.example.com. WALLET");
      assertThat(imported.out()).contains("  www: ");
      blamesNobody(www, only, gone, compared, imported);
    }
  }

  @Test
  void aPlanWithARecordOfANewTypeAnswersTheOthers() throws IOException {
    Path file = changed(PLAN, "aws_route53_record.public_www", "type", "WALLET");

    Run other =
        Run.of("resolve", "www", "--json", "--plan", file.toString(), "--zone-kind", "public");

    assertThat(other.out()).contains("\"no-data\"");
    assertThat(other.err()).contains("does not know the record type WALLET yet");
    blamesNobody(other);
  }

  @ParameterizedTest
  @CsvSource({"type, QUIC", "regions, [\"eu-west-9\"]"})
  void aHealthCheckOfANewKindLeavesItsRecordReadable(String attribute, String value)
      throws IOException {
    Path file = changed(PLAN, "aws_route53_health_check.inside", attribute, value);

    Run run = Run.of("resolve", "www", "--plan", file.toString(), "--zone-kind", "private");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("not known", "health check aws_route53_health_check.inside");
    assertThat(run.err()).contains("Meridian does not know", "whether the health check is healthy");
    blamesNobody(run);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "az_affinity_routing_policy | [{\"location_id\": \"use1-az1\"}]",
        "moon_phase_routing_policy | true",
        "geolocation_routing_policy | [{\"country\": \"UA\", \"subdivision\": \"43\"}]",
        "geolocation_routing_policy | [{\"continent\": \"MO\"}]"
      })
  void aNewRoutingPolicyIsUnreadByName(String policy, String value) throws IOException {
    JsonNode plan = JSON.readTree(Path.of(PLAN).toFile());
    for (ObjectNode attributes : resources(plan)) {
      if (attributes.path("set_identifier").asText().equals("blue")) {
        attributes.remove("weighted_routing_policy");
        attributes.set(policy, JSON.readTree(value));
      }
    }
    Path file = Files.writeString(folder.resolve("plan.json"), JSON.writeValueAsString(plan));

    Run run = Run.of("resolve", "www", "--plan", file.toString(), "--zone-kind", "private");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("not known", "www.example.com A");
    assertThat(run.err()).contains("Meridian does not know the ");
    blamesNobody(run);
  }

  @Test
  void whatALiveZoneHasThatIsNewIsUnreadByName() throws IOException {
    JsonNode recorded = JSON.readTree(Path.of(ZONE).toFile());
    ((ObjectNode) recorded.at("/healthchecks/0/HealthCheckConfig")).put("Type", "QUIC");
    for (JsonNode set : recorded.at("/zones/0/ResourceRecordSets")) {
      switch (set.path("Name").asText()) {
        case "geo.example.com." ->
            ((ObjectNode) set).remove("GeoLocation"); // the SDK drops a policy it does not have
        case "zero.example.com." -> ((ObjectNode) set).remove(List.of("TTL", "ResourceRecords"));
        default -> {}
      }
    }
    try (RecordedZone zone = new RecordedZone(recorded)) {
      Run checked = ask(zone, "resolve", "canary.api", "--from", "DE");
      Run policy = ask(zone, "resolve", "geo", "--from", "DE");
      Run data = ask(zone, "resolve", "zero", "--from", "DE");
      Run other = ask(zone, "resolve", "near", "--from", "DE");

      assertThat(checked.out()).contains("not known", "health check hc-1");
      assertThat(policy.out()).contains("not known", "geo.example.com A");
      assertThat(data.out()).contains("not known", "zero.example.com A");
      assertThat(other.exitCode()).as(other.err()).isZero();
      assertThat(other.err())
          .contains(
              "Meridian does not know health checks of the type QUIC yet",
              "Meridian does not know its routing policy (AZ affinity, for example",
              "Meridian does not know what it answers with");
      blamesNobody(checked, policy, data, other);
    }
  }

  @Test
  void aStoredSetIdentifierWithoutAPolicyIsANewPolicy() throws IOException {
    JsonNode state = JSON.readTree(Path.of(STATE).toFile());
    for (ObjectNode attributes : resources(state)) {
      if (attributes.path("name").asText().startsWith("geo.api")) {
        attributes.remove("geolocation_routing_policy");
      }
    }
    Path file = Files.writeString(folder.resolve("new.tfstate"), JSON.writeValueAsString(state));

    Run run = Run.of("resolve", "geo.api", "--from", "DE", "--state", file.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Meridian does not know its routing policy");
    blamesNobody(run);
  }

  @Test
  void aHealthCheckOfAPrivateAddressCountsAsAnyOther() throws IOException {
    JsonNode recorded =
        JSON.readTree(
            Path.of("src/test/resources/dev/meridian/cli/split-horizon.zone.json").toFile());
    try (RecordedZone zone = new RecordedZone(recorded)) {
      String[] live = {"--zone", "Z2INSIDE", "--aws-endpoint", zone.endpoint()};
      Run healthy = Run.of(with(live, "resolve", "www", "--from", "eu-west-1"));
      Run failed =
          Run.of(with(live, "resolve", "www", "--from", "eu-west-1", "--down", "10.0.0.10"));
      Run imported = Run.of(with(live, "import"));

      assertThat(healthy.exitCode()).as(healthy.err()).isZero();
      assertThat(healthy.out()).contains("90.0 %", "10.0.0.10");
      assertThat(healthy.err()).isEmpty();
      assertThat(failed.out()).contains("1       100.0 %  60 s  10.0.0.20  10.0.0.20");
      assertThat(imported.err())
          .contains(
              "left out: www.example.com: ",
              "Terraform's AWS provider cannot create private endpoint health checks yet");
    }
  }

  private static void blamesNobody(Run... runs) {
    for (Run run : runs) {
      assertThat(run.err()).doesNotContainPattern(BLAME).doesNotContain("bug");
    }
  }

  /** What the commands print, except the file's name. */
  private static List<String> answers(List<String> options, Path file, String name) {
    List<String> printed = new ArrayList<>();
    for (String command :
        List.of(
            "resolve " + name + " --from DE,eu-west-1", "prove --failures 1 --json", "import")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      options.forEach(word -> words.add(word.equals("FILE") ? file.toString() : word));
      Run run = Run.of(words.toArray(String[]::new));
      String lines = run.err().replaceAll("(?m)^Tried .*$|[0-9.]+ s\\b", "");
      printed.add((run.exitCode() + run.out() + lines).replace(file.toString(), "FILE"));
    }
    return printed;
  }

  private static List<String> answers(RecordedZone zone) {
    List<Run> runs =
        List.of(
            ask(zone, "resolve", "canary.api", "--from", "DE"),
            ask(zone, "resolve", "near", "--from", "DE,US"),
            ask(zone, "import"));
    return runs.stream()
        .map(run -> (run.exitCode() + run.out() + run.err()).replace(zone.endpoint(), ""))
        .toList();
  }

  private static Run ask(RecordedZone zone, String... words) {
    return Run.of(
        with(new String[] {"--zone", "example.com", "--aws-endpoint", zone.endpoint()}, words));
  }

  private static String[] with(String[] options, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  /** The attributes of every resource of a plan or a state. */
  private static List<ObjectNode> resources(JsonNode document) {
    List<ObjectNode> all = new ArrayList<>();
    document.path("resource_changes").forEach(one -> all.add((ObjectNode) one.at("/change/after")));
    document
        .path("resources")
        .forEach(
            one ->
                one.path("instances")
                    .forEach(instance -> all.add((ObjectNode) instance.path("attributes"))));
    return all;
  }

  private static void addSome(ObjectNode fields, List<String> names, Random random) {
    for (String name : names) {
      if (random.nextBoolean()) {
        fields.set(name, NEW_VALUES.get(random.nextInt(NEW_VALUES.size())));
      }
    }
  }

  private Path changed(String file, String address, String attribute, String value)
      throws IOException {
    JsonNode plan = JSON.readTree(Path.of(file).toFile());
    for (JsonNode change : plan.path("resource_changes")) {
      if (change.path("address").asText().equals(address)) {
        JsonNode node =
            value.startsWith("[") ? JSON.readTree(value) : JSON.getNodeFactory().textNode(value);
        ((ObjectNode) change.at("/change/after")).set(attribute, node);
      }
    }
    return Files.writeString(folder.resolve("plan.json"), JSON.writeValueAsString(plan));
  }
}

package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.importing.ImportMetadata;
import dev.meridian.importing.ImportResult;
import dev.meridian.importing.Importer;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.ZoneKind;
import dev.meridian.terraform.json.PlansRead;
import dev.meridian.terraform.json.RoutingPlans;
import dev.meridian.terraform.json.TerraformFile;
import dev.meridian.testing.RandomCases;
import dev.meridian.testing.ReadDeclaration;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The documents of random trees answer like an independent reader says, also after they were in a
 * state, in a plan, and in a declaration that was imported from them.
 */
class TrafficPolicyRoundTripTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String POLICY = "aws_route53_traffic_policy";
  private static final ImportMetadata HEADING =
      new ImportMetadata("a test", "shop", "test", null, ZoneKind.PUBLIC, List.of(), Set.of());

  @Test
  void statesAndPlansAndImportsAnswerLikeTheDocument() {
    List<Integer> rules = new ArrayList<>();
    RandomCases.forSome(
        random -> {
          RandomPolicy policy = RandomPolicy.grow(random);
          ObjectNode document = edited(policy.json(id -> "aws-" + id), random);
          rules.add(document.path("Rules").size());
          check(policy.tree(), document.toString());
        });
    assertThat(rules).filteredOn(count -> count > 1).hasSizeGreaterThan(rules.size() / 5);
  }

  private static void check(RandomTree tree, String document) {
    Map<DnsResult, ?> expected = answers(tree, independently(document));
    RoutingPlan state = read(state(tree, document));

    assertThat(answers(tree, state.records())).as("in a state: %s", document).isEqualTo(expected);
    assertThat(answers(tree, read(plan(tree, document)).records()))
        .as("in a plan: %s", document)
        .isEqualTo(expected);
    ImportResult imported = Importer.of(state, HEADING);
    assertThat(imported.leftOut()).as(document).isEmpty();
    String declaration = imported.text().orElseThrow();
    CompiledPlan compiled = Compiler.compile(ReadDeclaration.good(declaration));
    assertThat(compiled.plan().policyRecords()).as(declaration).hasSize(1);
    assertThat(answers(declared(tree, compiled.plan()), compiled.plan().records()))
        .as("imported: %s%n%s", document, declaration)
        .isEqualTo(expected);
  }

  private static Map<DnsResult, ?> answers(RandomTree tree, List<RecordSet> records) {
    return tree.with(records).answer().distribution();
  }

  /** The records of a document, with the health checks of the tree. */
  private static List<RecordSet> independently(String document) {
    try {
      return DocumentRecords.of(document.replace("aws-check", "check"), RandomPolicy.ROOT, 60);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The document as people write it in the editor of the console: with other IDs of rules, and with
   * rules that several branches have.
   */
  private static ObjectNode edited(String json, Random random) {
    ObjectNode document = (ObjectNode) parsed(json);
    share(document, random);
    String text = document.toString();
    List<String> ids = new ArrayList<>(names(document.path("Rules")));
    for (int i = 0; i < ids.size() && random.nextBoolean(); i++) {
      text = text.replace("\"" + ids.get(i) + "\"", "\"Rule " + i + "_" + random.nextInt(9) + "\"");
    }
    return (ObjectNode) parsed(text);
  }

  /** Lets two branches of the document have the rule of one of them. */
  private static void share(ObjectNode document, Random random) {
    Map<String, List<ObjectNode>> branches = new TreeMap<>();
    for (String id : names(document.path("Rules"))) {
      List<ObjectNode> own = new ArrayList<>();
      document
          .path("Rules")
          .path(id)
          .findParents("RuleReference")
          .forEach(branch -> own.add((ObjectNode) branch));
      branches.put(id, own);
    }
    List<String> ids = List.copyOf(branches.keySet());
    for (String id : ids) {
      for (ObjectNode branch : branches.getOrDefault(id, List.of())) {
        String other = ids.get(random.nextInt(ids.size()));
        if (random.nextInt(4) == 0 && !reaches(other, id, branches)) {
          branch.put("RuleReference", other);
        }
      }
    }
  }

  private static boolean reaches(String from, String to, Map<String, List<ObjectNode>> branches) {
    Deque<String> open = new ArrayDeque<>(List.of(from));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String rule = open.remove();
      if (rule.equals(to)) {
        return true;
      }
      if (seen.add(rule)) {
        branches
            .getOrDefault(rule, List.of())
            .forEach(branch -> open.add(branch.path("RuleReference").asText()));
      }
    }
    return false;
  }

  private static List<String> names(JsonNode mapping) {
    List<String> names = new ArrayList<>();
    mapping.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static RoutingPlan read(ObjectNode file) {
    PlansRead read = RoutingPlans.read(List.of(TerraformFile.of("a file", file)));
    assertThat(read.unread()).isEmpty();
    return read.plan(RandomTree.ZONE).orElseThrow();
  }

  private static ObjectNode state(RandomTree tree, String document) {
    ObjectNode state = JSON.createObjectNode().put("format_version", "1.0");
    ArrayNode resources = state.putObject("values").putObject("root_module").putArray("resources");
    resources(tree, document).forEach(resources::add);
    return state;
  }

  /** The plan that creates the policy and its instance. */
  private static ObjectNode plan(RandomTree tree, String document) {
    ObjectNode plan = JSON.createObjectNode().put("format_version", "1.2");
    plan.putObject("planned_values");
    ArrayNode changes = plan.putArray("resource_changes");
    for (ObjectNode resource : resources(tree, document)) {
      ObjectNode values = (ObjectNode) resource.remove("values");
      ObjectNode change = resource.putObject("change");
      if (resource.path("type").asText().startsWith(POLICY)) {
        change.putArray("actions").add("create");
        change.putNull("before");
        ObjectNode unknown = change.putObject("after_unknown").put("id", true);
        if (values.has("document")) {
          unknown.put("version", true);
        } else {
          unknown.put("traffic_policy_id", true).put("traffic_policy_version", true);
        }
        values.remove(names(unknown));
      } else {
        change.putArray("actions").add("no-op");
        change.set("before", values);
        change.putObject("after_unknown");
      }
      change.set("after", values);
      changes.add(resource);
    }
    ObjectNode instance =
        plan.putObject("configuration")
            .putObject("root_module")
            .putArray("resources")
            .addObject()
            .put("address", POLICY + "_instance.one")
            .put("mode", "managed")
            .put("type", POLICY + "_instance")
            .put("name", "one");
    ObjectNode expressions = instance.putObject("expressions");
    refer(expressions.putObject("traffic_policy_id"), "id");
    refer(expressions.putObject("traffic_policy_version"), "version");
    return plan;
  }

  private static void refer(ObjectNode expression, String attribute) {
    expression.putArray("references").add(POLICY + ".one." + attribute).add(POLICY + ".one");
  }

  private static List<ObjectNode> resources(RandomTree tree, String document) {
    List<ObjectNode> all = new ArrayList<>();
    resource(all, "aws_route53_zone", "z")
        .put("zone_id", "Z1")
        .put("id", "Z1")
        .put("name", RandomTree.ZONE.text());
    for (String check : tree.checks()) {
      ObjectNode values = resource(all, "aws_route53_health_check", check);
      values.put("id", "aws-" + check).put("type", "HTTP").put("fqdn", "probe.example.org");
      values.put("port", 80).put("resource_path", "/" + check);
      values.put("failure_threshold", 3).put("request_interval", 30);
      values.putObject("tags").put("Name", check);
    }
    resource(all, POLICY, "one")
        .put("id", "p1")
        .put("version", 1)
        .put("type", "A")
        .put("document", document);
    resource(all, POLICY + "_instance", "one")
        .put("id", "i1")
        .put("hosted_zone_id", "Z1")
        .put("name", RandomPolicy.ROOT.name().text())
        .put("traffic_policy_id", "p1")
        .put("traffic_policy_version", 1)
        .put("ttl", 60);
    return all;
  }

  private static ObjectNode resource(List<ObjectNode> all, String type, String name) {
    ObjectNode resource = JSON.createObjectNode();
    resource.put("address", type + "." + name).put("mode", "managed");
    resource.put("type", type).put("name", name);
    all.add(resource);
    return resource.putObject("values");
  }

  /** The tree whose health checks have the names in {@code plan}, which their paths tell apart. */
  private static RandomTree declared(RandomTree tree, RoutingPlan plan) {
    Set<String> unhealthy = new HashSet<>();
    for (HealthCheck check : plan.healthChecks()) {
      String path = ((HealthCheckConfig.Endpoint) check.config()).resourcePath().orElseThrow();
      if (tree.health().unhealthyChecks().contains(path.substring(1))) {
        unhealthy.add(check.id());
      }
    }
    return tree.with(new HealthState(unhealthy, tree.health().unhealthyResources()));
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

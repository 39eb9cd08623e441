package dev.meridian.trafficpolicy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import dev.meridian.trafficpolicy.PolicyDocument.Branch;
import dev.meridian.trafficpolicy.PolicyDocument.Endpoint;
import dev.meridian.trafficpolicy.PolicyDocument.Reference;
import dev.meridian.trafficpolicy.PolicyDocument.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the JSON text of a traffic policy document. */
public final class DocumentReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String FIX = "change the document";
  private static final Set<String> FORMATS =
      Set.of(PolicyDocument.FORMAT, PolicyDocument.LATER_FORMAT);

  private final JsonNode json;

  private DocumentReader(JsonNode json) {
    this.json = json;
  }

  /**
   * Reads a document. Its health checks have Route 53's IDs.
   *
   * @throws InvalidValue if the text is not a document, or has what Meridian does not understand
   */
  public static PolicyDocument read(String text) {
    try {
      return new DocumentReader(JSON.readTree(text)).document();
    } catch (JsonProcessingException e) {
      throw new InvalidValue("the document is not JSON: " + e.getOriginalMessage(), FIX);
    }
  }

  private PolicyDocument document() {
    String format = text(json, "AWSPolicyFormatVersion");
    if (format == null || !FORMATS.contains(format)) {
      throw new InvalidValue(
          "the document has the format "
              + format
              + ", not "
              + PolicyDocument.FORMAT
              + " or "
              + PolicyDocument.LATER_FORMAT,
          FIX);
    }
    Map<String, Endpoint> endpoints = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path("Endpoints").properties()) {
      endpoints.put(entry.getKey(), endpoint(entry.getKey(), entry.getValue()));
    }
    Map<String, Rule> rules = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path("Rules").properties()) {
      rules.put(entry.getKey(), rule(entry.getKey(), entry.getValue()));
    }
    String rule = text(json, "StartRule");
    String endpoint = text(json, "StartEndpoint");
    if ((rule == null) == (endpoint == null)) {
      throw new InvalidValue("the document needs one of StartRule and StartEndpoint", FIX);
    }
    PolicyDocument document =
        new PolicyDocument(
            RecordType.of(InvalidValue.required(text(json, "RecordType"), "RecordType")),
            new Reference(
                rule == null ? InvalidValue.required(endpoint, "start") : rule, rule != null),
            new TreeMap<>(endpoints),
            new TreeMap<>(rules));
    check(document);
    return document;
  }

  private static Endpoint endpoint(String id, JsonNode node) {
    String keyword = InvalidValue.required(text(node, "Type"), "Type of the endpoint " + id);
    String value = InvalidValue.required(text(node, "Value"), "Value of the endpoint " + id);
    EndpointType type =
        EndpointType.ofKeyword(keyword)
            .orElseThrow(
                () ->
                    new InvalidValue(
                        "Meridian does not understand the endpoint "
                            + id
                            + " of the type "
                            + keyword,
                        FIX));
    if (type == EndpointType.VALUE) {
      return new Endpoint(type, Value.literal(value), null);
    }
    String zone =
        type.zoneOf(value)
            .orElseThrow(
                () ->
                    new InvalidValue(
                        "the hosted zone of " + value + ", the endpoint " + id + ", is not known",
                        FIX));
    return new Endpoint(type, Value.literal(value), Value.literal(zone));
  }

  private Rule rule(String id, JsonNode node) {
    String type = InvalidValue.required(text(node, "RuleType"), "RuleType of the rule " + id);
    PolicyKind kind =
        RuleTypes.kind(type)
            .orElseThrow(
                () -> new InvalidValue("the rule " + id + " has the RuleType " + type, FIX));
    List<Branch> branches = new ArrayList<>();
    if (kind == PolicyKind.FAILOVER) {
      for (RoutingPolicy.Failover.Role role : RoutingPolicy.Failover.Role.values()) {
        JsonNode branch =
            node.path(role == RoutingPolicy.Failover.Role.PRIMARY ? "Primary" : "Secondary");
        if (!branch.isMissingNode()) {
          branches.add(branch(id, branch, new RoutingPolicy.Failover(role)));
        }
      }
    } else {
      for (JsonNode branch : node.path(RuleTypes.branches(kind))) {
        branches.add(branch(id, branch, BranchPolicies.read(kind, id, branch)));
      }
    }
    if (branches.isEmpty()) {
      throw new InvalidValue("the rule " + id + " has no branches", FIX);
    }
    return new Rule(kind, branches);
  }

  private Branch branch(String rule, JsonNode node, RoutingPolicy policy) {
    String below = text(node, "RuleReference");
    String endpoint = text(node, "EndpointReference");
    if ((below == null) == (endpoint == null)) {
      throw new InvalidValue(
          "a branch of the rule " + rule + " needs one of RuleReference and EndpointReference",
          FIX);
    }
    Reference to =
        below == null
            ? new Reference(InvalidValue.required(endpoint, "EndpointReference"), false)
            : new Reference(below, true);
    return new Branch(
        policy,
        to,
        isAlias(to) ? flag(node, "EvaluateTargetHealth", rule) : null,
        text(node, "HealthCheck"));
  }

  private boolean isAlias(Reference to) {
    String type = text(json.path("Endpoints").path(to.id()), "Type");
    return to.isRule() || !EndpointType.VALUE.keyword().equals(type);
  }

  /** AWS does not document what it means if the key is missing. */
  private static boolean flag(JsonNode node, String key, String rule) {
    String text = InvalidValue.required(text(node, key), key + " in a branch of the rule " + rule);
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new InvalidValue(
              key + " in a branch of the rule " + rule + " is " + text + ", not true or false",
              FIX);
    };
  }

  private static void check(PolicyDocument document) {
    check(document, document.start());
    document
        .rules()
        .values()
        .forEach(rule -> rule.branches().forEach(branch -> check(document, branch.to())));
  }

  private static void check(PolicyDocument document, Reference to) {
    boolean exists =
        to.isRule()
            ? document.rules().containsKey(to.id())
            : document.endpoints().containsKey(to.id());
    if (!exists) {
      throw new InvalidValue(
          "the document has no " + (to.isRule() ? "rule " : "endpoint ") + to.id(), FIX);
    }
  }

  /** A text, number, or flag as text; null if there is none. */
  static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
        ? value.asText()
        : null;
  }
}

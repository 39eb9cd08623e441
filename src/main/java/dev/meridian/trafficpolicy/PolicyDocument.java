package dev.meridian.trafficpolicy;

import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The document of a traffic policy.
 *
 * @param type of all record sets that Route 53 creates from it
 * @param start the rule or endpoint that answers for the name itself
 * @param endpoints by ID
 * @param rules by ID; every reference in them is to an endpoint or a rule of the document
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/api-policies-traffic-policy-document-format.html">
 *     Traffic policy document format</a>
 */
public record PolicyDocument(
    RecordType type,
    Reference start,
    SortedMap<String, Endpoint> endpoints,
    SortedMap<String, Rule> rules) {
  /** The version of the format that Meridian writes. It needs nothing of the later one. */
  public static final String FORMAT = "2015-10-01";

  /** The version that adds Local Zones. It writes the locations of geoproximity rules otherwise. */
  static final String LATER_FORMAT = "2023-05-09";

  public PolicyDocument {
    endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(endpoints));
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
  }

  /** The IDs of the health checks in its branches. */
  public NavigableSet<String> healthChecks() {
    NavigableSet<String> used = new TreeSet<>();
    rules
        .values()
        .forEach(rule -> rule.branches().forEach(one -> one.healthCheckId().ifPresent(used::add)));
    return used;
  }

  /** The document with other IDs of health checks. */
  public PolicyDocument withHealthChecks(UnaryOperator<String> ids) {
    SortedMap<String, Rule> changed = new TreeMap<>();
    rules.forEach(
        (id, rule) ->
            changed.put(
                id,
                new Rule(
                    rule.kind(), rule.branches().stream().map(one -> one.with(ids)).toList())));
    return new PolicyDocument(type, start, endpoints, changed);
  }

  /**
   * The ID of a rule or of an endpoint.
   *
   * @param isRule whether it is a rule
   */
  public record Reference(String id, boolean isRule) {}

  /**
   * Where clients connect to.
   *
   * @param value an address, a host name, or the DNS name of an AWS resource
   * @param zoneId the hosted zone ID of the AWS resource, which is not in the document because
   *     Route 53 knows it; null for an endpoint of the type {@code value}
   */
  public record Endpoint(EndpointType type, Value value, @Nullable Value zoneId) {}

  /**
   * A rule, from which Route 53 creates one record set per branch.
   *
   * @param branches not empty
   */
  public record Rule(PolicyKind kind, List<Branch> branches) {
    public Rule {
      branches = List.copyOf(branches);
    }
  }

  /**
   * One choice of a rule.
   *
   * @param evaluateTargetHealth null for an endpoint of the type {@code value}, which has no target
   * @param healthCheck the ID of a health check; null for none
   */
  public record Branch(
      RoutingPolicy policy,
      Reference to,
      @Nullable Boolean evaluateTargetHealth,
      @Nullable String healthCheck) {
    public Optional<Boolean> evaluatesTargetHealth() {
      return Optional.ofNullable(evaluateTargetHealth);
    }

    public Optional<String> healthCheckId() {
      return Optional.ofNullable(healthCheck);
    }

    private Branch with(UnaryOperator<String> healthChecks) {
      return new Branch(
          policy,
          to,
          evaluateTargetHealth,
          healthCheck == null ? null : healthChecks.apply(healthCheck));
    }
  }
}

package dev.meridian.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A name for each ordered pair of the eight policies that the AWS provider can create. */
final class PolicyPairs {
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: example.com
      state: {backend: local, directory: states}
      health-check: {protocol: HTTP}
      endpoints:
        a: {addresses: [203.0.113.1]}
        b: {addresses: [203.0.113.2]}
        c: {addresses: [203.0.113.3], health-check: none}
      cidr-collections: {office: {home: [198.51.100.0/24], away: [192.0.2.0/24]}}
      names:
      """;

  /** The labels of different policies are the same where they can be. */
  private static final Map<String, String> POLICIES = new LinkedHashMap<>();

  static {
    POLICIES.put("simple", "simple: c");
    POLICIES.put(
        "weighted",
        "weighted: {us-east-1: {weight: 10, to: a}, eu-west-1: {weight: 0, to: b},"
            + " spare: {weight: 5, to: c, identifier: DE}}");
    POLICIES.put("latency", "latency: {us-east-1: a, eu-west-1: b, ap-southeast-1: c}");
    POLICIES.put("failover", "failover: {primary: a, secondary: b}");
    POLICIES.put("geolocation", "geolocation: {DE: a, US: b, default: c}");
    POLICIES.put("geoproximity", "geoproximity: {us-east-1: a, eu-west-1: {to: b, bias: 10}}");
    POLICIES.put(
        "ip-based", "ip-based: {collection: office, locations: {home: a, away: b, default: c}}");
    POLICIES.put("multivalue", "multivalue: [a, b]");
  }

  private PolicyPairs() {}

  static List<String> policies() {
    return List.copyOf(POLICIES.keySet());
  }

  /** The labels of all pairs, such as {@code simple-to-weighted}. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String old : POLICIES.keySet()) {
      POLICIES.keySet().stream()
          .filter(fresh -> !fresh.equals(old))
          .forEach(fresh -> names.add(old + "-to-" + fresh));
    }
    return names;
  }

  /** The declaration before or after all policies change. */
  static String declaration(boolean changed) {
    StringBuilder yaml = new StringBuilder(DECLARATION);
    for (String name : names()) {
      String policy = name.split("-to-")[changed ? 1 : 0];
      yaml.append("  ").append(name).append(": {").append(POLICIES.get(policy)).append("}\n");
    }
    return yaml.toString();
  }
}

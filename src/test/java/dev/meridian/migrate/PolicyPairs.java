package dev.meridian.migrate;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.model.RoutingPlan;
import dev.meridian.testing.ReadDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A name for each ordered pair of the eight policies that the AWS provider can create. */
public final class PolicyPairs {
  private static final String HEAD =
      """
      application: shop
      environment: test
      zone: example.com
      state: {backend: local, directory: states}
      health-check: {protocol: HTTP}
      endpoints:
        a: {addresses: [203.0.113.1]}
        b: {addresses: [203.0.113.2, "2001:db8::2"]}
        c: {addresses: [203.0.113.3, "2001:db8::3"], health-check: none}
        rack: {addresses: [203.0.113.4, 203.0.113.5]}
      cidr-collections: {office: {home: [198.51.100.0/24], away: [192.0.2.0/24]}}
      names:
      """;

  /** The labels of different policies are the same where they can be. */
  private static final Map<String, String> POLICIES = new LinkedHashMap<>();

  /** Names that are special in some way, with the policy before and after. */
  private static final Map<String, List<String>> OTHERS = new LinkedHashMap<>();

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

    OTHERS.put(
        "nested",
        List.of(
            "weighted: {us: {weight: 1, to: {failover: {primary: a, secondary: b}}},"
                + " eu: {weight: 1, to: rack}}",
            "latency: {us-east-1: {weighted: {a: 1, c: 1}}, eu-west-1: b}"));
    OTHERS.put("no-default", List.of("geolocation: {DE: a, US: b}", "geolocation: {DE: a, US: b}"));
    OTHERS.put("from-no-default", List.of("geolocation: {DE: a, US: b}", "weighted: {a: 1, b: 1}"));
    OTHERS.put(
        "to-no-default",
        List.of(
            "latency: {us-east-1: a, eu-west-1: b}",
            "ip-based: {collection: office, locations: {home: a, away: b}}"));
    OTHERS.put(
        "same-identifier",
        List.of(
            "failover: {primary: {to: a, identifier: one}, secondary: {to: b, identifier: two}}",
            "geolocation: {default: {to: a, identifier: two}, DE: {to: b, identifier: one}}"));
    OTHERS.put("same-target", List.of("simple: a", "failover: {primary: a, secondary: b}"));
    OTHERS.put("one-branch", List.of("weighted: {a: 1}", "latency: {us-east-1: a}"));
    OTHERS.put(
        "one-identifier",
        List.of(
            "weighted: {a: {weight: 1, identifier: x}}",
            "latency: {us-east-1: {to: b, identifier: x}}"));
    OTHERS.put(
        "door-on", List.of("weighted: {a: 1, b: 1}", "weighted: {a: 1, b: 1}, front-door: true"));
    OTHERS.put(
        "door-off", List.of("weighted: {a: 1, b: 1}, front-door: true", "weighted: {a: 1, b: 1}"));
    OTHERS.put(
        "door-off-other",
        List.of(
            "weighted: {a: 1, b: 1}, front-door: true", "failover: {primary: a, secondary: b}"));
    OTHERS.put(
        "door-on-other",
        List.of("multivalue: [a, b]", "latency: {us-east-1: a, eu-west-1: b}, front-door: true"));
    OTHERS.put("long-ttl", List.of("weighted: {a: 1, b: 1}, ttl: 300", "simple: c, ttl: 60"));
    OTHERS.put(
        "aliased", List.of("weighted: {a: 1, b: 1}", "latency: {us-east-1: a, eu-west-1: b}"));
    OTHERS.put(
        "aliasing",
        List.of(
            "weighted: {one: {weight: 1, to: {simple: {name: aliased}}}, c: 1}",
            "weighted: {one: {weight: 1, to: {simple: {name: aliased}}}, c: 1}"));
  }

  private PolicyPairs() {}

  public static List<String> policies() {
    return List.copyOf(POLICIES.keySet());
  }

  /** The labels of all pairs, such as {@code simple-to-weighted}. */
  public static List<String> pairs() {
    List<String> names = new ArrayList<>();
    for (String old : POLICIES.keySet()) {
      POLICIES.keySet().stream()
          .filter(fresh -> !fresh.equals(old))
          .forEach(fresh -> names.add(old + "-to-" + fresh));
    }
    return names;
  }

  /** The labels of all pairs, and of the other names whose policies change their kind. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(pairs());
    OTHERS.forEach(
        (name, policies) -> {
          if (!policies.get(0).equals(policies.get(1))) {
            names.add(name);
          }
        });
    return names;
  }

  /** The declaration before or after all policies change. */
  public static String declaration(boolean changed) {
    StringBuilder yaml = new StringBuilder(HEAD);
    for (String name : pairs()) {
      String policy = name.split("-to-")[changed ? 1 : 0];
      yaml.append(entry(name, String.valueOf(POLICIES.get(policy))));
    }
    OTHERS.forEach((name, both) -> yaml.append(entry(name, both.get(changed ? 1 : 0))));
    List<String> kinds = policies();
    for (int i = 0; i < kinds.size(); i++) {
      String kind = kinds.get((i + (changed ? 1 : 0)) % kinds.size());
      yaml.append(entry("door-" + (i + 1), POLICIES.get(kind) + ", front-door: true"));
    }
    return yaml.toString();
  }

  private static String entry(String name, String policy) {
    return "  " + name + ": {" + policy + "}\n";
  }

  /** A plan with one name, {@code www}. */
  static RoutingPlan planOf(String policy) {
    return Compiler.compile(ReadDeclaration.good(HEAD + entry("www", policy))).orThrow();
  }

  /** What a policy of a pair says. */
  static String policy(String kind) {
    return String.valueOf(POLICIES.get(kind));
  }

  /** The compiled declaration. */
  public static RoutingPlan plan(boolean changed) {
    CompiledPlan compiled = Compiler.compile(ReadDeclaration.good(declaration(changed)));
    return compiled.orThrow();
  }
}

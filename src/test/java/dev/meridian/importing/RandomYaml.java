package dev.meridian.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Random declarations with literal endpoints, as text: what the real reader takes is what users
 * write. Every policy, endpoint kind and health check kind occurs.
 */
final class RandomYaml {
  private static final List<String> SERVERS =
      List.of("berlin", "solo", "rack", "dual", "wide", "quiet", "shared");
  private static final List<String> BALANCERS = List.of("lb", "lb6", "cdn", "watched-lb");
  private static final List<String> HOSTS = List.of("partner", "vendor");
  private static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1");
  private static final List<String> PLACES =
      List.of("default", "NA", "EU", "US", "US-CA", "country-NA", "DE", "country-SA");

  private final Random random;
  private final boolean aliases;

  private RandomYaml(long seed, boolean aliases) {
    this.random = new Random(seed);
    this.aliases = aliases;
  }

  /** A declaration for each seed. */
  static String of(long seed) {
    return new RandomYaml(seed, true).text();
  }

  /** A declaration without what the local AWS does not have: other resources, CIDR collections. */
  static String ofServers(long seed) {
    return new RandomYaml(seed, false).text();
  }

  private String text() {
    TreeMap<String, String> names = new TreeMap<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      names.put(label(i), name());
    }
    StringBuilder text = new StringBuilder();
    text.append("application: shop\nenvironment: test\nzone: example.com\n");
    text.append("health-check: {path: /up, interval: ")
        .append(pick(List.of("10", "30")))
        .append("}\n");
    text.append("health-checks:\n");
    text.append("  homepage: {host: www.example.org, path: /, search: \"Wel: come\"}\n");
    text.append("  queue: {protocol: TCP, address: 203.0.113.99, port: 5432, inverted: true}\n");
    text.append("  most: {calculated: {of: [berlin, homepage, queue], threshold: 2}}\n");
    if (aliases) {
      text.append("  alarm: {cloudwatch-metric: {alarm: depth, region: us-east-1}}\n");
    }
    text.append("endpoints:\n");
    text.append(
        "  berlin: {addresses: [203.0.113.20], health-check: {protocol: TCP, port: 443}}\n");
    text.append("  solo: {addresses: [203.0.113.21]}\n");
    text.append("  rack: {addresses: [203.0.113.31, 203.0.113.32, 203.0.113.33]}\n");
    text.append(
        "  dual: {addresses: [203.0.113.41, \"2001:db8::41\"], health-check: {protocol: HTTPS,"
            + " host: a.example.org}}\n");
    text.append("  wide: {addresses: [203.0.113.51, 203.0.113.52, \"2001:db8::51\"]}\n");
    text.append("  quiet: {addresses: [203.0.113.61, 203.0.113.62], health-check: none}\n");
    text.append("  shared: {addresses: [203.0.113.71, 203.0.113.72], health-check: homepage}\n");
    text.append("  partner: {host: lb.partner.example.org, health-check: homepage}\n");
    text.append("  vendor: {host: lb.vendor.example.org}\n");
    text.append(
        "  lb: {alias: {dns-name: lb-1.eu-west-1.elb.amazonaws.com, zone-id: Z32O12XQLNTSW2}}\n");
    text.append(
        "  lb6: {alias: {dns-name: lb-2.us-east-1.elb.amazonaws.com, zone-id: Z35SXDOTRQ7X7K, ipv6:"
            + " true}}\n");
    text.append(
        "  watched-lb: {alias: {dns-name: lb-3.us-east-1.elb.amazonaws.com, zone-id:"
            + " Z35SXDOTRQ7X7K}, health-check: {protocol: HTTPS, sni: false}}\n");
    text.append(
        "  cdn: {alias: {dns-name: d1.cloudfront.net, zone-id: Z2FDTNDATAQYW2, ipv6: true}}\n");
    if (aliases) {
      text.append(
          "cidr-collections: {carriers: {north: [198.51.100.0/24, \"2001:db8:1::/48\"], south:"
              + " [192.0.2.0/24]}}\n");
    }
    text.append("ttl: ").append(pick(List.of("60", "30"))).append("\nnames:\n");
    names.forEach(
        (label, policy) ->
            text.append("  \"").append(label).append("\": ").append(policy).append('\n'));
    return text.toString();
  }

  private String label(int i) {
    return pick(List.of("n" + i, "n" + i + ".shop", "*.n" + i, i == 0 ? "@" : "m" + i));
  }

  private String name() {
    boolean hosts = random.nextInt(6) == 0;
    String ttl = random.nextInt(3) == 0 ? ", ttl: " + pick(List.of("5", "300")) : "";
    return "{" + policy(hosts, 2) + ttl + "}";
  }

  private String policy(boolean hosts, int depth) {
    return switch (random.nextInt(aliases ? 8 : 7)) {
      case 0 -> "simple: " + target(hosts, 0);
      case 1 -> "weighted: " + weighted(hosts, depth);
      case 2 -> "latency: " + some(REGIONS, () -> target(hosts, depth));
      case 3 -> "geolocation: " + some(PLACES, () -> target(hosts, depth));
      case 4 ->
          "failover: {primary: "
              + target(hosts, depth)
              + ", secondary: "
              + target(hosts, depth)
              + "}";
      case 5 ->
          hosts ? "simple: partner" : "multivalue: [" + String.join(", ", subset(SERVERS)) + "]";
      case 6 -> "geoproximity: " + near(hosts, depth);
      default ->
          "ip-based: {collection: carriers, locations: "
              + some(List.of("north", "south", "default"), () -> target(hosts, depth))
              + "}";
    };
  }

  private String weighted(boolean hosts, int depth) {
    List<String> branches = new ArrayList<>();
    for (String endpoint : subset(endpoints(hosts))) {
      int weight = random.nextInt(256);
      branches.add(
          switch (random.nextInt(6)) {
            case 0 -> endpoint + ": {weight: " + weight + check() + "}";
            case 1 -> "b-" + endpoint + ": {weight: " + weight + ", to: " + endpoint + "}";
            case 2 ->
                "p-" + endpoint + ": {weight: " + weight + ", to: " + target(hosts, depth) + "}";
            default -> endpoint + ": " + weight;
          });
    }
    return "{" + String.join(", ", branches) + "}";
  }

  private String check() {
    return ", health-check: "
        + pick(
            List.of(
                "none",
                "homepage",
                "most",
                "{protocol: HTTPS, path: /ready}",
                "{protocol: HTTP, port: 8080, disabled: true}"));
  }

  private String near(boolean hosts, int depth) {
    List<String> branches = new ArrayList<>();
    branches.add(
        "us-east-1: {to: " + target(hosts, depth) + ", bias: " + (random.nextInt(199) - 99) + "}");
    branches.add("boston: {local-zone-group: us-east-1-bos-1, to: " + target(hosts, depth) + "}");
    branches.add(
        "here: {coordinates: [52.5, "
            + (random.nextInt(360) - 180)
            + "], to: "
            + target(hosts, depth)
            + "}");
    branches.add("there: {region: sa-east-1, to: " + target(hosts, depth) + "}");
    return "{" + String.join(", ", subset(branches)) + "}";
  }

  private String target(boolean hosts, int depth) {
    String endpoint = pick(endpoints(hosts));
    boolean policy = depth > 0 && random.nextInt(3) == 0;
    String to = policy ? "{" + policy(hosts, depth - 1) + "}" : endpoint;
    if (random.nextInt(4) == 0) {
      String check =
          policy ? pick(List.of("", ", health-check: homepage", ", health-check: queue")) : check();
      String evaluate = policy && random.nextBoolean() ? ", evaluate-target-health: false" : "";
      return "{to: " + to + check + evaluate + "}";
    }
    return to;
  }

  private List<String> endpoints(boolean hosts) {
    List<String> all = new ArrayList<>(hosts ? HOSTS : SERVERS);
    if (!hosts && aliases) {
      all.addAll(BALANCERS);
    }
    return all;
  }

  private String some(List<String> keys, Supplier<String> value) {
    List<String> pairs = new ArrayList<>();
    subset(keys).forEach(key -> pairs.add(key + ": " + value.get()));
    return "{" + String.join(", ", pairs) + "}";
  }

  private List<String> subset(List<String> all) {
    List<String> some = new ArrayList<>(all);
    some.removeIf(one -> random.nextInt(3) == 0);
    return some.isEmpty() ? List.of(all.get(random.nextInt(all.size()))) : some;
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}

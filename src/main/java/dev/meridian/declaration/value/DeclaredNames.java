package dev.meridian.declaration.value;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.Switches;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a file declares. They are collected before anything else is read, so that a region
 * with a problem is reported once, and not as unknown wherever it is used.
 *
 * @param lone the health checks that are a single one, not a pattern for several endpoints, with
 *     the names that they have in AWS: those of switches, and some of {@code checks}
 * @param names the labels of the routed names
 * @param owner where the names are declared, for messages: {@code this file}
 */
public record DeclaredNames(
    Set<String> regions,
    Set<String> endpoints,
    Set<String> accelerators,
    Set<String> checks,
    Map<String, String> lone,
    Set<String> names,
    String owner) {
  private static final Set<String> MAKES_LONE =
      Set.of("host", "address", "cloudwatch-metric", "recovery-control", "calculated");

  public static DeclaredNames of(YamlNode root) {
    return new DeclaredNames(
        names(root.peek("regions")),
        names(root.peek("endpoints")),
        names(root.peek("accelerators")),
        names(root.peek("health-checks")),
        lone(root),
        names(root.peek("names")),
        "this file");
  }

  /**
   * The names that a private zone declares.
   *
   * @param node the value of {@code private}
   * @param regions the codes of its regions
   */
  public static DeclaredNames ofPrivateZone(YamlNode node, Set<String> regions) {
    return new DeclaredNames(
        regions,
        names(node.peek("endpoints")),
        Set.of(),
        names(node.peek("health-checks")),
        lone(node),
        names(node.peek("names")),
        "the private zone");
  }

  /** Each of them with the name that it has in AWS. */
  private static Map<String, String> lone(YamlNode root) {
    Map<String, String> names = new LinkedHashMap<>();
    switched(root).forEach(code -> names.put(Switches.checkOf(code), Switches.checkOf(code)));
    root.peek("health-checks").filter(YamlNode::isMapping).stream()
        .flatMap(mapping -> mapping.pairs().stream())
        .filter(pair -> names(Optional.of(pair.value())).stream().anyMatch(MAKES_LONE::contains))
        .forEach(pair -> names.put(pair.name(), named(pair)));
    return names;
  }

  /** The codes of the regions with a switch. */
  private static Set<String> switched(YamlNode root) {
    Optional<YamlNode> switches = root.peek("switches").filter(YamlNode::isMapping);
    Set<String> all = names(root.peek("regions"));
    Set<String> some =
        names(switches.flatMap(found -> found.peek("regions")).or(() -> root.peek("regions")));
    some.retainAll(all);
    return switches.isPresent() ? some : Set.of();
  }

  private static String named(Pair check) {
    return check
        .value()
        .peek("name")
        .filter(YamlNode::isText)
        .flatMap(YamlNode::text)
        .orElse(check.name());
  }

  public static Set<String> names(Optional<YamlNode> named) {
    Set<String> names = new LinkedHashSet<>();
    named.filter(YamlNode::isMapping).stream()
        .flatMap(mapping -> mapping.pairs().stream())
        .map(Pair::name)
        .forEach(names::add);
    named.filter(YamlNode::isList).stream()
        .flatMap(list -> list.items().stream())
        .filter(YamlNode::isText)
        .flatMap(item -> item.text().stream())
        .forEach(names::add);
    return names;
  }

  public boolean hasEndpoint(String name) {
    return regions.contains(name) || endpoints.contains(name) || accelerators.contains(name);
  }

  /**
   * The names that a fix can suggest: the regions that AWS has, then the endpoints and
   * accelerators.
   */
  public List<String> allEndpoints() {
    List<String> all = new ArrayList<>(regions);
    all.removeIf(code -> AwsRegions.byCode(code).isEmpty());
    all.addAll(endpoints);
    all.addAll(accelerators);
    return all;
  }

  /** The region or endpoint that {@code value} names, or empty after a problem. */
  public Optional<String> endpoint(YamlNode value) {
    return value.text().flatMap(name -> endpoint(value, name));
  }

  /** The failed region, endpoint or health check that {@code value} names. */
  public Optional<String> failing(YamlNode value) {
    return value.text().flatMap(name -> failing(value, name));
  }

  private Optional<String> failing(YamlNode at, String name) {
    if (hasEndpoint(name)) {
      return Optional.of(name);
    }
    if (lone.containsKey(name)) {
      return Optional.of(lone.get(name));
    }
    if (checks.contains(name)) {
      return at.refuse(
          "\"" + name + "\" is the health check of several endpoints",
          "name one of those endpoints; " + Suggestions.any(allEndpoints()));
    }
    List<String> all = allEndpoints();
    all.addAll(lone.keySet());
    return lone.isEmpty()
        ? endpoint(at, name)
        : at.refuse(
            "\"" + name + "\" is neither a region, an endpoint nor a health check of " + owner,
            Suggestions.of(name, all));
  }

  /** The routed name that {@code value} names, or empty after a problem. */
  public Optional<String> name(YamlNode value) {
    Optional<String> label = value.text();
    return label.isEmpty() || names.contains(label.get())
        ? label
        : value.refuse(
            "\"" + label.get() + "\" is not one of names", Suggestions.of(label.get(), names));
  }

  public Optional<String> endpoint(YamlNode at, String name) {
    if (hasEndpoint(name)) {
      return Optional.of(name);
    }
    String fix =
        AwsRegions.byCode(name).isPresent()
            ? "add " + name + " to regions, or " + Suggestions.any(allEndpoints())
            : Suggestions.of(name, allEndpoints());
    return at.refuse("\"" + name + "\" is neither a region nor an endpoint of " + owner, fix);
  }
}

package dev.meridian.declaration.reader;

import dev.meridian.declaration.Expectation;
import dev.meridian.declaration.Goals;
import dev.meridian.declaration.Objectives;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code capacity}, {@code traffic}, {@code objectives}, {@code expect}, and {@code drills}.
 *
 * @param zone the zone that names are relative to; empty if its own problem has been reported
 * @param names the labels of the routed names
 */
record GoalsReader(DeclaredNames declaredNames, Optional<DnsName> zone, Set<String> names) {
  private static final String APEX = "@";
  private static final int MOST_SECONDS = 86_400;

  Goals read(YamlMapping mapping) {
    SortedMap<String, Goals.Capacity> capacity = new TreeMap<>();
    pairs(mapping, "capacity").forEach(pair -> capacity(pair, capacity));
    SortedMap<DnsName, Double> traffic = new TreeMap<>();
    pairs(mapping, "traffic").forEach(pair -> traffic(pair, traffic));
    List<Expectation> expectations = new ArrayList<>();
    ExpectationReader reader = new ExpectationReader(declaredNames);
    pairs(mapping, "expect")
        .forEach(
            pair -> name(pair).ifPresent(n -> expectations.addAll(reader.read(n, pair.value()))));
    DrillsReader drills = new DrillsReader(declaredNames, this::asked);
    return new Goals(
        capacity,
        traffic,
        objectives(mapping),
        expectations,
        drills.read(pairs(mapping, "drills")));
  }

  private static List<Pair> pairs(YamlMapping mapping, String key) {
    return mapping.get(key).map(YamlNode::pairs).orElse(List.of());
  }

  private void capacity(Pair pair, SortedMap<String, Goals.Capacity> capacity) {
    Optional<String> endpoint = declaredNames.endpoint(pair.key(), pair.name());
    Optional<Double> number = amount(pair.value());
    Origin origin = new Origin(pair.key().at(), pair.value().path());
    endpoint.ifPresent(
        name -> number.ifPresent(n -> capacity.put(name, new Goals.Capacity(n, origin))));
  }

  private void traffic(Pair pair, SortedMap<DnsName, Double> traffic) {
    Optional<Double> number = amount(pair.value());
    if (!names.contains(pair.name())) {
      unknown(pair.key(), pair.name());
      return;
    }
    name(pair).ifPresent(name -> number.ifPresent(n -> traffic.put(name, n)));
  }

  /** A routed name, or one that a wildcard of them can answer. */
  private Optional<DnsName> asked(YamlNode value) {
    return value
        .text()
        .flatMap(
            label ->
                isAnswered(label.toLowerCase(Locale.ROOT))
                    ? name(value, label)
                    : unknown(value, label));
  }

  private boolean isAnswered(String label) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.equals(label) || covers(name, label));
  }

  private static boolean covers(String name, String label) {
    return name.equals("*")
        ? !label.equals(APEX)
        : name.startsWith("*.") && label.endsWith(name.substring(1));
  }

  private <T> Optional<T> unknown(YamlNode place, String label) {
    return place.refuse("there is no routed name \"" + label + "\"", Suggestions.of(label, names));
  }

  private Optional<DnsName> name(Pair pair) {
    return name(pair.key(), pair.name());
  }

  private Optional<DnsName> name(YamlNode place, String label) {
    if (zone.isEmpty()) {
      return Optional.empty();
    }
    return label.equals(APEX) ? zone : place.make(() -> zone.get().child(label));
  }

  private static Optional<Double> amount(YamlNode value) {
    Optional<String> number = value.number();
    return number.isPresent() && Double.parseDouble(number.get()) <= 0
        ? value.refuse(
            number.get() + " is not greater than 0", "write requests per second, such as 500")
        : number.map(Double::valueOf);
  }

  private static Objectives objectives(YamlMapping mapping) {
    return mapping
        .get("objectives")
        .flatMap(value -> value.mapping(AllowedKeys.OBJECTIVES))
        .map(
            found ->
                new Objectives(
                    number(found, "failover-time", 1, MOST_SECONDS, "write seconds, such as 150"),
                    number(
                        found, "failures", 0, Objectives.MOST_FAILURES, "use 0 to 10; 2 is usual")))
        .orElse(Objectives.NONE);
  }

  private static @Nullable Integer number(
      YamlMapping mapping, String key, int least, int most, String fix) {
    Optional<YamlNode> value = mapping.get(key);
    Optional<Integer> number = value.flatMap(YamlNode::integer);
    if (number.isPresent() && (number.get() < least || number.get() > most)) {
      value.get().report(key + " " + number.get() + " is outside " + least + ".." + most, fix);
      return null;
    }
    return number.orElse(null);
  }
}

package dev.meridian.declaration.reader;

import dev.meridian.declaration.Drill;
import dev.meridian.declaration.Drill.Outage;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.declaration.value.SecondsReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads {@code drills}.
 *
 * @param names reads a name that clients ask for
 */
record DrillsReader(DeclaredNames declaredNames, Function<YamlNode, Optional<DnsName>> names) {
  private static final List<String> OF_AN_OUTAGE = AllowedKeys.OUTAGE.names();
  private static final int USUAL_LENGTH = 120;
  private static final int USUAL_DURATION = 400;

  /** An outage with the places of its parts. */
  private record Read(Outage outage, YamlNode start, Map<String, YamlNode> down) {}

  List<Drill> read(List<Pair> pairs) {
    List<Drill> drills = new ArrayList<>();
    for (Pair pair : pairs) {
      NameFormat.check(pair.key(), pair.name());
      drill(pair).ifPresent(drills::add);
    }
    return drills;
  }

  private Optional<Drill> drill(Pair pair) {
    YamlNode value = pair.value();
    Origin origin = new Origin(pair.key().at(), value.path());
    if (value.isText()) {
      return outage(value, Optional.of(value), Optional.empty(), Optional.empty())
          .map(read -> new Drill(pair.name(), origin, List.of(), List.of(read.outage()), null));
    }
    if (!value.isMapping()) {
      return value.wrong(
          "text or a mapping",
          "write {down: " + example() + "} or {outages: " + outageList() + "}");
    }
    return value.mapping(AllowedKeys.DRILL).map(mapping -> drill(pair.name(), origin, mapping));
  }

  private Drill drill(String name, Origin origin, YamlMapping mapping) {
    List<DnsName> asked =
        List.copyOf(
            mapping.get("names").map(list -> distinct(list, names)).orElse(Map.of()).keySet());
    List<Read> outages = outages(mapping);
    checkOverlaps(outages);
    Integer length =
        mapping
            .get("duration")
            .flatMap(
                node -> SecondsReader.read(node, "duration", 1, Drill.MOST_SECONDS, USUAL_DURATION))
            .orElse(null);
    if (length != null) {
      outages.forEach(outage -> checkBegins(outage, length));
    }
    return new Drill(name, origin, asked, outages.stream().map(Read::outage).toList(), length);
  }

  private List<Read> outages(YamlMapping drill) {
    List<String> own = OF_AN_OUTAGE.stream().filter(drill::has).toList();
    if (!drill.has("outages")) {
      if (own.isEmpty() && !drill.meant(OF_AN_OUTAGE)) {
        drill.require("outages", outageList());
      }
      return own.isEmpty() ? List.of() : outage(drill).stream().toList();
    }
    for (String key : own) {
      drill
          .get(key)
          .ifPresent(
              node ->
                  node.report(
                      "a drill with outages cannot have " + key + " itself",
                      "move " + key + " into the list of outages"));
    }
    YamlNode list = drill.get("outages").orElseThrow();
    if (!list.isList()) {
      list.wrong("a list", "write " + outageList());
      return List.of();
    }
    if (list.items().isEmpty()) {
      list.report("the list is empty", "write " + outageList());
    }
    return list.items().stream()
        .flatMap(item -> item.mapping(AllowedKeys.OUTAGE).stream())
        .flatMap(mapping -> outage(mapping).stream())
        .toList();
  }

  private Optional<Read> outage(YamlMapping mapping) {
    return outage(
        mapping.whole(), mapping.require("down", example()), mapping.get("at"), mapping.get("for"));
  }

  private Optional<Read> outage(
      YamlNode whole, Optional<YamlNode> down, Optional<YamlNode> at, Optional<YamlNode> length) {
    Map<String, YamlNode> words =
        down.map(list -> distinct(list, declaredNames::failing)).orElse(Map.of());
    Optional<Integer> start =
        at.isEmpty()
            ? Optional.of(Outage.DEFAULT_AT)
            : SecondsReader.read(at.get(), "at", 0, Drill.MOST_SECONDS, Outage.DEFAULT_AT);
    Optional<Integer> seconds =
        length.flatMap(
            node -> SecondsReader.read(node, "for", 1, Drill.MOST_SECONDS, USUAL_LENGTH));
    if (start.isEmpty() || (length.isPresent() && seconds.isEmpty())) {
      return Optional.empty();
    }
    Origin origin = new Origin(whole.at(), whole.path());
    Outage outage =
        new Outage(List.copyOf(words.keySet()), start.get(), seconds.orElse(null), origin);
    return Optional.of(new Read(outage, at.orElse(whole), words));
  }

  /** One value or a list of them, each with its place. Reports an empty list and duplicates. */
  private static <T> Map<T, YamlNode> distinct(
      YamlNode value, Function<YamlNode, Optional<T>> reader) {
    Map<T, YamlNode> read = new LinkedHashMap<>();
    for (YamlNode item : value.oneOrSeveral()) {
      Optional<T> found = reader.apply(item);
      if (found.isPresent() && read.putIfAbsent(found.get(), item) != null) {
        item.report("this value is in the list twice", "remove one of the two");
      }
    }
    return read;
  }

  private static void checkBegins(Read read, int duration) {
    int at = read.outage().at();
    if (at >= duration) {
      read.start()
          .report(
              "the outage begins at " + at + " seconds, but the drill ends at " + duration,
              "write an at below " + duration + ", or a longer duration");
    }
  }

  /** Compares each outage with the last one that begins before it and is not over yet. */
  private static void checkOverlaps(List<Read> outages) {
    Comparator<Read> byStart = Comparator.comparingInt(read -> read.outage().at());
    List<Read> sorted = outages.stream().sorted(byStart).toList();
    for (int later = 1; later < sorted.size(); later++) {
      Read second = sorted.get(later);
      for (Map.Entry<String, YamlNode> word : second.down().entrySet()) {
        for (int earlier = later - 1; earlier >= 0; earlier--) {
          Outage first = sorted.get(earlier).outage();
          if (first.down().contains(word.getKey())
              && first.end().orElse(Integer.MAX_VALUE) > second.outage().at()) {
            overlap(word.getKey(), word.getValue(), first, second.outage());
            break;
          }
        }
      }
    }
  }

  private static void overlap(String word, YamlNode place, Outage first, Outage second) {
    int until = first.end().orElse(Integer.MAX_VALUE);
    String lasts =
        first.length() == null
            ? " begins at " + first.at() + " seconds and does not end"
            : " lasts from " + first.at() + " to " + until + " seconds";
    int gap = second.at() - first.at();
    String fix =
        gap == 0
            ? "remove it from one of the two outages"
            : "write for: " + gap + " or less in the outage at " + first.at();
    boolean movable = until <= Drill.MOST_SECONDS;
    place.report(
        "another outage of \"" + word + "\"" + lasts,
        movable ? fix + ", or write at: " + until + " or more in this one" : fix);
  }

  private String outageList() {
    return "[{down: " + example() + "}]";
  }

  /** Something that can fail, for fixes. */
  private String example() {
    return declaredNames.allEndpoints().stream().findFirst().orElse("us-east-1");
  }
}

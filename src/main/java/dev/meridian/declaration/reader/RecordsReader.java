package dev.meridian.declaration.reader;

import dev.meridian.declaration.RecordDeclaration;
import dev.meridian.declaration.value.LabelReader;
import dev.meridian.declaration.value.TtlReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordText;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code records}: names of the zone with the values of other types than addresses. */
final class RecordsReader {
  private static final Set<String> ROUTED = Set.of("A", "AAAA", "CNAME");

  /**
   * All characters in the values of one change. The provider makes one change per record set.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">Quotas</a>
   */
  private static final int MAX_CHARACTERS = 32_000;

  private final Optional<DnsName> zone;
  private final LabelReader labels;
  private final int ttl;

  /**
   * @param zone empty if its own problem has been reported
   * @param ttl seconds, for record sets without a TTL of their own
   */
  RecordsReader(Optional<DnsName> zone, int ttl) {
    this.zone = zone;
    this.labels = new LabelReader(zone);
    this.ttl = ttl;
  }

  List<RecordDeclaration> read(Optional<YamlNode> records) {
    List<RecordDeclaration> read = new ArrayList<>();
    List<Pair> names = records.map(YamlNode::pairs).orElse(List.of());
    if (names.isEmpty()) {
      records
          .filter(YamlNode::isMapping)
          .ifPresent(
              node ->
                  node.report("there are no records", "write \"@\": {MX: [10 mail.example.com]}"));
    }
    names.forEach(pair -> readName(pair, read));
    return read;
  }

  private void readName(Pair pair, List<RecordDeclaration> read) {
    Optional<DnsName> name = labels.read(pair);
    if (pair.value().mapping(AllowedKeys.RECORDS, RecordsReader::isElsewhere).isEmpty()) {
      return;
    }
    List<Pair> types = pair.value().pairs();
    if (types.isEmpty()) {
      pair.value().report("there are no types", "write TXT: [some text], or remove the name");
    }
    for (Pair type : types) {
      if (AllowedKeys.RECORDS.names().contains(type.name())) {
        readType(pair.name(), name, type).ifPresent(read::add);
      }
    }
  }

  /** Reports a type that is declared in another place, or nowhere. */
  private static boolean isElsewhere(Pair type) {
    if (ROUTED.contains(type.name())) {
      String target =
          type.name().equals("CNAME") ? "host: www.example.net" : "addresses: [192.0.2.1]";
      type.key()
          .report(
              type.name() + " records are routed, so they are declared under names",
              "write endpoints: {legacy: {" + target + "}}, and the name with {simple: legacy}");
      return true;
    }
    if (type.name().equals("SOA")) {
      type.key()
          .report(
              "Route 53 creates the SOA record of a zone",
              "remove it; to change it, see \"The zone's own NS and SOA records\" in"
                  + " docs/declaration.md");
      return true;
    }
    return false;
  }

  private Optional<RecordDeclaration> readType(String label, Optional<DnsName> name, Pair pair) {
    RecordType type = RecordType.of(pair.name());
    if (type == RecordType.NS && name.isPresent() && name.equals(zone)) {
      return pair.key()
          .refuse(
              "Route 53 creates the NS records of the zone itself",
              "remove it; to change it, see \"The zone's own NS and SOA records\" in"
                  + " docs/declaration.md");
    }
    YamlNode node = pair.value();
    Optional<YamlMapping> mapping =
        node.isMapping() ? node.mapping(AllowedKeys.RECORD_SET) : Optional.empty();
    int own = mapping.map(m -> m.integer("ttl", ttl, TtlReader::check)).orElse(ttl);
    Optional<YamlNode> list =
        node.isMapping()
            ? mapping.flatMap(m -> m.require("values", "[" + RecordText.example(type) + "]"))
            : Optional.of(node);
    Optional<List<Value>> values = list.flatMap(found -> values(type, found));
    Optional<RecordData.Values> data =
        values.flatMap(found -> node.make(() -> new RecordData.Values(own, found)));
    Origin origin = new Origin(pair.key().at(), node.path());
    return name.flatMap(
        n -> data.map(d -> new RecordDeclaration(label, new RrsetKey(n, type), d, origin)));
  }

  /** The values, or empty after a problem. */
  private static Optional<List<Value>> values(RecordType type, YamlNode list) {
    List<YamlNode> items = list.items();
    if (items.isEmpty()) {
      return list.isList()
          ? list.refuse("the list is empty", "write at least one value, or remove the type")
          : Optional.empty();
    }
    List<Value> values = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int characters = 0;
    for (YamlNode item : items) {
      Optional<String> value =
          item.text().flatMap(text -> item.make(() -> RecordText.value(type, text)));
      if (value.isPresent() && !seen.add(RecordText.canonical(type, value.get()))) {
        item.report("this value is in the list twice", "remove one of the two");
      }
      value.map(Value::literal).ifPresent(values::add);
      characters += value.map(String::length).orElse(0);
    }
    if (characters > MAX_CHARACTERS) {
      list.report(
          "the values have " + characters + " characters together, more than " + MAX_CHARACTERS,
          "remove some of the values");
    }
    return values.size() == items.size() ? Optional.of(values) : Optional.empty();
  }
}

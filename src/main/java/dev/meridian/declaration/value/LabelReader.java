package dev.meridian.declaration.value;

import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.DnsName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of a mapping whose keys are names of the zone. No two can be the same name. */
public final class LabelReader {
  private static final String APEX = "@";

  private final Optional<DnsName> zone;
  private final Map<DnsName, String> labels = new HashMap<>();

  /**
   * @param zone empty if its own problem has been reported
   */
  public LabelReader(Optional<DnsName> zone) {
    this.zone = zone;
  }

  /** The fully qualified name, or empty after a problem. */
  public Optional<DnsName> read(Pair pair) {
    return zone.flatMap(z -> qualified(pair, z));
  }

  private Optional<DnsName> qualified(Pair pair, DnsName zone) {
    YamlNode key = pair.key();
    String label = pair.name();
    if (label.equals(APEX)) {
      return unique(key, zone);
    }
    if (label.endsWith(".")) {
      return key.refuse(
          "names are relative to the zone and do not end with a dot", "remove the dot");
    }
    Optional<DnsName> name = key.make(() -> zone.child(label));
    Optional<String> slip = name.flatMap(n -> slip(label, zone));
    return slip.isPresent()
        ? key.refuse(
            "names are relative to the zone: this one would be " + label + "." + zone,
            "write " + slip.get())
        : name.flatMap(n -> unique(key, n));
  }

  /** The label that was probably meant, if the zone's name was written too. */
  private static Optional<String> slip(String label, DnsName zone) {
    DnsName written = new DnsName(label);
    if (written.equals(zone)) {
      return Optional.of("\"@\"");
    }
    return written.relativeTo(zone);
  }

  private Optional<DnsName> unique(YamlNode key, DnsName name) {
    String earlier = labels.putIfAbsent(name, key.path().text());
    return earlier == null
        ? Optional.of(name)
        : key.refuse("this is the same name as " + earlier, "merge the two, or remove one");
  }
}

package dev.meridian.declaration.reader.privatezone;

import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code regions} of a private zone: some regions of the file, by default all. */
public final class PrivateRegionsReader {
  private final Map<String, RegionDeclaration> declared;

  /**
   * @param declared the regions of the file by code
   */
  public PrivateRegionsReader(Map<String, RegionDeclaration> declared) {
    this.declared = declared;
  }

  /** The codes that {@code private} names, before anything is checked; empty without it. */
  public static Set<String> named(YamlNode root) {
    Set<String> all = DeclaredNames.names(root.peek("regions"));
    Optional<YamlNode> zone = root.peek("private").filter(YamlNode::isMapping);
    Optional<YamlNode> regions = zone.flatMap(found -> found.peek("regions"));
    if (zone.isEmpty() || regions.isEmpty()) {
      return zone.isEmpty() ? Set.of() : all;
    }
    Set<String> named = new LinkedHashSet<>(DeclaredNames.names(regions));
    named.retainAll(all);
    return named;
  }

  /** The regions in declared order. Those with a problem are missing. */
  public List<RegionDeclaration> read(YamlMapping zone) {
    Optional<YamlNode> written = zone.get("regions");
    if (written.isEmpty()) {
      return all(zone.whole());
    }
    List<RegionDeclaration> read = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    List<YamlNode> items = written.get().items();
    if (written.get().isList() && items.isEmpty()) {
      written.get().report("the list is empty", "name at least one of regions");
    }
    for (YamlNode item : items) {
      item.text().flatMap(code -> region(item, code, seen)).ifPresent(read::add);
    }
    return read;
  }

  private List<RegionDeclaration> all(YamlNode zone) {
    if (declared.isEmpty()) {
      zone.report(
          "a private zone needs the VPC of at least one region",
          "add regions: [us-east-1] at the top level");
    }
    return declared.values().stream().filter(region -> !lacksOutputs(zone, region)).toList();
  }

  private Optional<RegionDeclaration> region(YamlNode item, String code, Set<String> seen) {
    if (!seen.add(code)) {
      return item.refuse("duplicate region " + code, "remove one");
    }
    RegionDeclaration region = declared.get(code);
    if (region == null) {
      return item.refuse(
          "\"" + code + "\" is not one of regions at the top level",
          Suggestions.of(code, declared.keySet()));
    }
    return lacksOutputs(item, region) ? Optional.empty() : Optional.of(region);
  }

  /** The pin of a region that was deployed without a private zone has only its public outputs. */
  private boolean lacksOutputs(YamlNode place, RegionDeclaration region) {
    boolean lacking = lacksOutputs(region);
    if (lacking) {
      List<String> others =
          declared.values().stream()
              .filter(other -> !lacksOutputs(other))
              .map(RegionDeclaration::code)
              .toList();
      String again = "remove pinned, and write the snapshot again with ./meridian pin ";
      place.report(
          region.code() + " is pinned, but its pin does not have its internal load balancer",
          again
              + region.code()
              + (others.isEmpty()
                  ? ""
                  : ", or write regions: [" + String.join(", ", others) + "] here"));
    }
    return lacking;
  }

  private static boolean lacksOutputs(RegionDeclaration region) {
    return region.pinnedOutputs().filter(pin -> pin.internalOutputs().isEmpty()).isPresent();
  }
}

package dev.meridian.declaration.reader;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.declaration.value.RegionCodeReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.GeoproximityLocation.At;
import dev.meridian.model.GeoproximityLocation.InLocalZoneGroup;
import dev.meridian.model.GeoproximityLocation.InRegion;
import dev.meridian.model.RoutingPolicy.Geoproximity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads {@code geoproximity}: a list of regions, or label to bias, target, or mapping. */
record GeoproximityPolicyReader(BranchReader branches) {
  /** A placeholder for a location that cannot be read. The problem has been reported. */
  private static final GeoproximityLocation UNREADABLE = new InRegion("us-east-1");

  private static final List<String> PLACES = List.of("region", "coordinates", "local-zone-group");

  List<Branch> read(YamlNode value) {
    if (value.isList()) {
      return BranchListReader.read(
          value, (item, label) -> branches.toLabel(draft(item, label, byLabel(item, label), 0)));
    }
    return value.pairs().stream().flatMap(pair -> branch(pair).stream()).toList();
  }

  private Optional<Branch> branch(Pair pair) {
    NameFormat.check(pair.key(), pair.name());
    YamlNode value = pair.value();
    if (value.isInteger()) {
      GeoproximityLocation location = byLabel(pair.key(), pair.name());
      return branches.toLabel(draft(pair.key(), pair.name(), location, bias(value)));
    }
    if (!value.isMapping() || BranchReader.isPolicy(value) || BranchReader.isName(value)) {
      GeoproximityLocation location = byLabel(pair.key(), pair.name());
      return branches.read(draft(pair.key(), pair.name(), location, 0), value);
    }
    return branches
        .mapping(value, AllowedKeys.GEOPROXIMITY_BRANCH)
        .flatMap(mapping -> branches.read(draft(pair, mapping), mapping));
  }

  private static Draft draft(
      YamlNode place, String label, GeoproximityLocation location, int bias) {
    return new Draft(label, place, new Geoproximity(location, bias));
  }

  private static Draft draft(Pair pair, YamlMapping mapping) {
    List<String> places = PLACES.stream().filter(mapping::has).toList();
    if (places.size() > 1) {
      pair.key()
          .report(
              "the branch has " + String.join(" and ", places), "write one location per branch");
    }
    GeoproximityLocation location =
        places.isEmpty()
            ? byLabel(pair.key(), pair.name())
            : place(places.get(0), mapping.get(places.get(0)).orElseThrow()).orElse(UNREADABLE);
    int bias = mapping.integer("bias", 0, Geoproximity::checkBias);
    return draft(pair.key(), pair.name(), location, bias);
  }

  private static int bias(YamlNode value) {
    return value.integer().flatMap(n -> value.checked(n, Geoproximity::checkBias)).orElse(0);
  }

  /** Without a location of its own, a branch is in the AWS region that it is named after. */
  private static GeoproximityLocation byLabel(YamlNode place, String label) {
    if (AwsRegions.byCode(label).isPresent()) {
      return new InRegion(label);
    }
    place.report(
        "the location of " + label + " is missing, because it is not an AWS region",
        "add region, coordinates: [52.52, 13.4] or local-zone-group to the branch");
    return UNREADABLE;
  }

  private static Optional<GeoproximityLocation> place(String key, YamlNode value) {
    return switch (key) {
      case "region" -> RegionCodeReader.read(value).map(InRegion::new);
      case "coordinates" -> coordinates(value);
      default -> value.text().flatMap(group -> value.make(() -> new InLocalZoneGroup(group)));
    };
  }

  private static Optional<GeoproximityLocation> coordinates(YamlNode value) {
    List<YamlNode> items = value.items();
    if (value.isList() && items.size() != 2) {
      return value.refuse(
          "coordinates must be two numbers, not " + items.size(), "write [latitude, longitude]");
    }
    if (items.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> north =
        items.get(0).decimal().flatMap(d -> items.get(0).checked(d, At::checkLatitude));
    Optional<BigDecimal> east =
        items.get(1).decimal().flatMap(d -> items.get(1).checked(d, At::checkLongitude));
    return north.flatMap(n -> east.map(e -> new At(n, e)));
  }
}

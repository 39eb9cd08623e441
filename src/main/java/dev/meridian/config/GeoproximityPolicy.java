package dev.meridian.config;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.config.BranchReader.Draft;
import dev.meridian.config.Located.Pair;
import dev.meridian.config.PolicyTree.Branch;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.GeoproximityLocation.At;
import dev.meridian.model.GeoproximityLocation.InLocalZoneGroup;
import dev.meridian.model.GeoproximityLocation.InRegion;
import dev.meridian.model.RoutingPolicy.Geoproximity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads {@code geoproximity}: a list of regions, or label to bias, target or mapping. */
record GeoproximityPolicy(BranchReader branches) {
  private static final GeoproximityLocation ANY = new InRegion("us-east-1");
  private static final List<String> PLACES = List.of("region", "coordinates", "local-zone-group");

  List<Branch> read(Located value) {
    if (value.isList()) {
      return ListedBranches.read(
          value, (item, label) -> branches.toLabel(draft(item, label, byLabel(item, label), 0)));
    }
    return value.pairs().stream().flatMap(pair -> branch(pair).stream()).toList();
  }

  private Optional<Branch> branch(Pair pair) {
    Word.check(pair.key(), pair.name());
    Located value = pair.value();
    if (value.isInteger()) {
      GeoproximityLocation location = byLabel(pair.key(), pair.name());
      return branches.toLabel(draft(pair.key(), pair.name(), location, bias(value)));
    }
    if (!value.isMapping() || BranchReader.isPolicy(value)) {
      GeoproximityLocation location = byLabel(pair.key(), pair.name());
      return branches.read(draft(pair.key(), pair.name(), location, 0), value);
    }
    return branches
        .section(value, Keys.GEOPROXIMITY_BRANCH)
        .flatMap(section -> branches.read(draft(pair, section), section));
  }

  private static Draft draft(Located place, String label, GeoproximityLocation location, int bias) {
    return new Draft(label, place, new Geoproximity(location, bias));
  }

  private static Draft draft(Pair pair, Section section) {
    List<String> places = PLACES.stream().filter(section::has).toList();
    if (places.size() > 1) {
      pair.key()
          .problem("the branch has " + String.join(" and ", places), "write one place a branch");
    }
    GeoproximityLocation location =
        places.isEmpty()
            ? byLabel(pair.key(), pair.name())
            : place(places.get(0), section.get(places.get(0)).orElseThrow()).orElse(ANY);
    int bias = section.integer("bias", 0, n -> new Geoproximity(ANY, n));
    return draft(pair.key(), pair.name(), location, bias);
  }

  private static int bias(Located value) {
    return value
        .integer()
        .flatMap(n -> value.make(() -> new Geoproximity(ANY, n).bias()))
        .orElse(0);
  }

  /** Where nothing is said, the label is the place. */
  private static GeoproximityLocation byLabel(Located place, String label) {
    if (AwsRegions.byCode(label).isPresent()) {
      return new InRegion(label);
    }
    place.problem(
        "where is " + label + "? It is not an AWS region",
        "add region, coordinates: [52.52, 13.4] or local-zone-group to the branch");
    return ANY;
  }

  private static Optional<GeoproximityLocation> place(String key, Located value) {
    return switch (key) {
      case "region" -> RegionCodes.read(value).map(InRegion::new);
      case "coordinates" -> coordinates(value);
      default -> value.text().flatMap(group -> value.make(() -> new InLocalZoneGroup(group)));
    };
  }

  private static Optional<GeoproximityLocation> coordinates(Located value) {
    List<Located> items = value.items();
    if (value.isList() && items.size() != 2) {
      return value.refuse(
          "coordinates are two numbers, not " + items.size(), "write [latitude, longitude]");
    }
    if (items.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> north =
        items.get(0).decimal().filter(d -> isDegree(items.get(0), d, BigDecimal.ZERO));
    Optional<BigDecimal> east =
        items.get(1).decimal().filter(d -> isDegree(items.get(1), BigDecimal.ZERO, d));
    return north.flatMap(n -> east.map(e -> new At(n, e)));
  }

  private static boolean isDegree(Located item, BigDecimal latitude, BigDecimal longitude) {
    return item.make(() -> new At(latitude, longitude)).isPresent();
  }
}

package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.value.GeoLocationReader;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.RoutingPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code geolocation}: place to target. */
record GeolocationPolicyReader(BranchReader branches) {

  List<Branch> read(YamlNode value) {
    Map<GeoLocation, String> seen = new HashMap<>();
    return value.pairs().stream().flatMap(pair -> branch(pair, seen).stream()).toList();
  }

  private Optional<Branch> branch(Pair pair, Map<GeoLocation, String> seen) {
    GeoLocation location = GeoLocationReader.read(pair.key(), pair.name()).orElse(null);
    String earlier = location == null ? null : seen.putIfAbsent(location, pair.name());
    if (earlier != null) {
      return pair.key()
          .refuse("this is the same place as " + earlier, "merge the two, or remove one");
    }
    GeoLocation known = location == null ? new GeoLocation.Default() : location;
    Draft draft = new Draft(known.label(), pair.key(), new RoutingPolicy.Geolocation(known));
    return branches.read(draft, pair.value());
  }
}

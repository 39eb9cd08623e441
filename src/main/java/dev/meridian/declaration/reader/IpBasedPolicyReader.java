package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.RoutingPolicy.IpBased;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ip-based}: a CIDR collection, and its locations to targets. */
record IpBasedPolicyReader(BranchReader branches, CidrCollectionsReader collections) {
  private static final String DEFAULT = "default";

  List<Branch> read(YamlNode value) {
    return value.mapping(AllowedKeys.IP_BASED).map(this::read).orElse(List.of());
  }

  private List<Branch> read(YamlMapping policy) {
    Optional<String> collection =
        policy.require("collection", "carriers").flatMap(this::collection);
    List<Pair> pairs =
        policy.require("locations", "{default: us-east-1}").map(YamlNode::pairs).orElse(List.of());
    policy
        .get("locations")
        .filter(locations -> locations.isMapping() && pairs.isEmpty())
        .ifPresent(
            locations -> locations.report("no locations are listed", "write default: us-east-1"));
    List<Branch> read = new ArrayList<>();
    pairs.forEach(pair -> branch(pair, collection).ifPresent(read::add));
    return read;
  }

  private Optional<String> collection(YamlNode value) {
    Optional<String> name = value.text();
    return name.isEmpty() || collections.names().contains(name.get())
        ? name
        : value.refuse(
            "there is no CIDR collection \"" + name.get() + "\"",
            collections.names().isEmpty()
                ? "declare it under cidr-collections"
                : Suggestions.of(name.get(), collections.names()));
  }

  private Optional<Branch> branch(Pair pair, Optional<String> collection) {
    String location = pair.name();
    if (collection.isPresent() && !location.equals(DEFAULT)) {
      checkLocation(pair, collection.get());
    }
    String code = location.equals(DEFAULT) ? IpBased.DEFAULT : location;
    // If the collection could not take a location, that has been reported there.
    IpBased policy =
        collection
            .filter(c -> collections.takes(c, location))
            .map(c -> new IpBased(c, code))
            .orElse(new IpBased(collection.orElse(""), IpBased.DEFAULT));
    return branches.read(new Draft(location, pair.key(), policy), pair.value());
  }

  private void checkLocation(Pair pair, String collection) {
    Set<String> known = collections.locations(collection);
    if (!known.contains(pair.name())) {
      List<String> choices = new ArrayList<>(known);
      choices.add(DEFAULT);
      pair.key()
          .report(
              "the collection " + collection + " has no location \"" + pair.name() + "\"",
              Suggestions.of(pair.name(), choices));
    }
  }
}

package dev.meridian.declaration.reader;

import dev.meridian.declaration.CidrCollectionDeclaration;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code cidr-collections}: a mapping from collection to locations, or to {@code {name,
 * locations}} if the collection has a name of its own in AWS.
 */
final class CidrCollectionsReader {
  private static final String DEFAULT = "default";

  private final SortedMap<String, CidrCollectionDeclaration> collections = new TreeMap<>();
  private final Map<String, Set<String>> locations = new TreeMap<>();
  private final Set<String> awsNames = new TreeSet<>();

  CidrCollectionsReader(Optional<YamlNode> declared) {
    declared.ifPresent(value -> value.pairs().forEach(this::collection));
  }

  SortedMap<String, CidrCollectionDeclaration> read() {
    return collections;
  }

  Set<String> names() {
    return locations.keySet();
  }

  /** The locations of a collection, in the order of their names. */
  Set<String> locations(String collection) {
    return locations.getOrDefault(collection, Set.of());
  }

  /** Whether the collection exists and {@code location} could be read. */
  boolean takes(String collection, String location) {
    CidrCollectionDeclaration read = collections.get(collection);
    return read != null && read.collection().locations().containsKey(location);
  }

  private void collection(Pair pair) {
    Optional<YamlMapping> named = Optional.empty();
    Optional<YamlNode> all = Optional.of(pair.value());
    if (isNamed(pair.value())) {
      named = pair.value().mapping(AllowedKeys.CIDR_COLLECTION);
      all = named.flatMap(given -> given.require("locations", "{north: [192.0.2.0/24]}"));
    }
    Optional<String> awsName = named.flatMap(given -> given.get("name")).flatMap(this::awsName);
    locations.put(pair.name(), new TreeSet<>());
    all.ifPresent(some -> locations(pair, some, awsName.orElse(null)));
  }

  private void locations(Pair pair, YamlNode all, @Nullable String awsName) {
    Map<String, List<CidrBlock>> blocks = new TreeMap<>();
    List<Pair> pairs = all.pairs();
    if (all.isMapping() && pairs.isEmpty()) {
      all.report("the collection has no locations", "write location: [192.0.2.0/24]");
    }
    Map<CidrBlock, String> owners = new HashMap<>();
    pairs.forEach(
        location -> location(location, owners).ifPresent(b -> blocks.put(location.name(), b)));
    locations.put(pair.name(), new TreeSet<>(pairs.stream().map(Pair::name).toList()));
    pair.key()
        .make(() -> new CidrCollection(pair.name(), blocks))
        .map(collection -> new CidrCollectionDeclaration(collection, awsName))
        .ifPresent(collection -> collections.put(pair.name(), collection));
  }

  /** Whether it is {name, locations}. Both can also be locations, with lists of blocks. */
  private static boolean isNamed(YamlNode collection) {
    return collection.peek("locations").filter(YamlNode::isMapping).isPresent()
        || collection.peek("name").filter(YamlNode::isText).isPresent();
  }

  /** Names of collections are unique in an account (API CreateCidrCollection). */
  private Optional<String> awsName(YamlNode value) {
    Optional<String> name =
        value.text().flatMap(text -> value.checked(text, CidrCollection::checkName));
    return name.isPresent() && !awsNames.add(name.get())
        ? value.refuse(
            "another collection has the name " + name.get(), "declare the collection only once")
        : name;
  }

  private static Optional<List<CidrBlock>> location(Pair pair, Map<CidrBlock, String> owners) {
    if (pair.name().equals(DEFAULT)) {
      return pair.key()
          .refuse(
              "default is reserved for clients outside all blocks",
              "give the location another name");
    }
    Optional<String> name =
        pair.key()
            .make(
                () -> {
                  CidrCollection.checkLocation(pair.name());
                  return pair.name();
                });
    List<CidrBlock> blocks = blocks(pair, owners);
    return name.map(n -> blocks).filter(some -> !some.isEmpty());
  }

  private static List<CidrBlock> blocks(Pair location, Map<CidrBlock, String> owners) {
    YamlNode list = location.value();
    List<CidrBlock> blocks = new ArrayList<>();
    List<YamlNode> items = list.items();
    if (list.isList() && items.isEmpty()) {
      list.report("the location has no blocks", "write a block, such as [192.0.2.0/24]");
    }
    for (YamlNode item : items) {
      item.text()
          .flatMap(text -> item.make(() -> new CidrBlock(text)))
          .ifPresent(
              block -> {
                reportTaken(item, block, owners, location.name());
                blocks.add(block);
              });
    }
    return blocks;
  }

  /**
   * A block can be in a collection only once (API ChangeCidrCollection, error
   * CidrBlockInUseException).
   */
  private static void reportTaken(
      YamlNode item, CidrBlock block, Map<CidrBlock, String> owners, String location) {
    String owner = owners.putIfAbsent(block, location);
    if (location.equals(owner)) {
      item.report("duplicate block " + block, "remove one");
    } else if (owner != null) {
      item.report(block + " is also in the location " + owner, "keep it in one of them");
    }
  }
}

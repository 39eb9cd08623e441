package dev.meridian.declaration.reader;

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

/** Reads {@code cidr-collections}: name, location, blocks. */
final class CidrCollectionsReader {
  private static final String DEFAULT = "default";

  private final SortedMap<String, CidrCollection> collections = new TreeMap<>();
  private final Map<String, Set<String>> locations = new TreeMap<>();

  CidrCollectionsReader(Optional<YamlNode> declared) {
    declared.ifPresent(value -> value.pairs().forEach(this::collection));
  }

  SortedMap<String, CidrCollection> read() {
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
    CidrCollection read = collections.get(collection);
    return read != null && read.locations().containsKey(location);
  }

  private void collection(Pair pair) {
    Map<String, List<CidrBlock>> blocks = new TreeMap<>();
    List<Pair> pairs = pair.value().pairs();
    if (pair.value().isMapping() && pairs.isEmpty()) {
      pair.value().report("the collection has no locations", "write location: [192.0.2.0/24]");
    }
    Map<CidrBlock, String> owners = new HashMap<>();
    pairs.forEach(
        location -> location(location, owners).ifPresent(b -> blocks.put(location.name(), b)));
    locations.put(pair.name(), new TreeSet<>(pairs.stream().map(Pair::name).toList()));
    pair.key()
        .make(() -> new CidrCollection(pair.name(), blocks))
        .ifPresent(collection -> collections.put(pair.name(), collection));
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

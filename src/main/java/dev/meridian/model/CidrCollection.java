package dev.meridian.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Named blocks of client addresses for IP-based routing.
 *
 * @param name 1..64 letters, digits, - and _
 * @param locations location name to its blocks, sorted by name; at most 1,000 blocks in all
 */
public record CidrCollection(String name, Map<String, List<CidrBlock>> locations) {
  public static final int MAX_BLOCKS = 1000;
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,64}");
  private static final Pattern LOCATION = Pattern.compile("[0-9A-Za-z_-]{1,16}");

  public CidrCollection {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidValue(
          "\"" + name + "\" is not a CIDR collection name", "use 1 to 64 letters, digits, - and _");
    }
    locations = Collections.unmodifiableSortedMap(copy(locations));
    locations.keySet().forEach(CidrCollection::checkLocation);
    locations.forEach(CidrCollection::checkBlocks);
    int blocks = locations.values().stream().mapToInt(List::size).sum();
    if (blocks > MAX_BLOCKS) {
      throw new InvalidValue(
          "the collection " + name + " has " + blocks + " blocks, more than " + MAX_BLOCKS,
          "join neighbouring blocks, or use a second collection");
    }
  }

  /** Refuses a location name that a collection cannot hold; {@code *} belongs in records only. */
  public static void checkLocation(String location) {
    if (!LOCATION.matcher(location).matches()) {
      throw new InvalidValue(
          "\"" + location + "\" is not a CIDR location name",
          "use 1 to 16 letters, digits, - and _");
    }
  }

  private static void checkBlocks(String location, List<CidrBlock> blocks) {
    if (blocks.isEmpty()) {
      throw new InvalidValue(
          "the CIDR location " + location + " has no blocks", "name a block, or remove it");
    }
  }

  private static SortedMap<String, List<CidrBlock>> copy(Map<String, List<CidrBlock>> locations) {
    SortedMap<String, List<CidrBlock>> sorted = new TreeMap<>();
    locations.forEach((location, blocks) -> sorted.put(location, List.copyOf(blocks)));
    return sorted;
  }
}

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
 * @param locations the blocks of each location, sorted by the location's name (1..16 letters,
 *     digits, - and _); at most 1,000 blocks in total
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">
 *     Quotas</a>
 */
public record CidrCollection(String name, Map<String, List<CidrBlock>> locations) {
  public static final int MAX_BLOCKS = 1000;
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,64}");
  private static final Pattern LOCATION = Pattern.compile("[0-9A-Za-z_-]{1,16}");

  public CidrCollection {
    checkName(name);
    locations = Collections.unmodifiableSortedMap(copy(locations));
    locations.keySet().forEach(CidrCollection::checkLocation);
    locations.forEach(CidrCollection::checkBlocks);
    int blocks = locations.values().stream().mapToInt(List::size).sum();
    if (blocks > MAX_BLOCKS) {
      throw new InvalidValue(
          "the collection " + name + " has " + blocks + " blocks, more than " + MAX_BLOCKS,
          "merge adjacent blocks, or use a second collection");
    }
  }

  /** Refuses an invalid name of a collection. */
  public static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidValue(
          "\"" + name + "\" is not a CIDR collection name", "use 1 to 64 letters, digits, - and _");
    }
  }

  /** Refuses an invalid location name. {@code *} is valid only in records, not in collections. */
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
          "the CIDR location " + location + " has no blocks",
          "add a block, or remove the location");
    }
  }

  private static SortedMap<String, List<CidrBlock>> copy(Map<String, List<CidrBlock>> locations) {
    SortedMap<String, List<CidrBlock>> sorted = new TreeMap<>();
    locations.forEach((location, blocks) -> sorted.put(location, List.copyOf(blocks)));
    return sorted;
  }
}

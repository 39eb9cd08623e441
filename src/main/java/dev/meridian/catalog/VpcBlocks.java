package dev.meridian.catalog;

import java.util.Map;
import java.util.stream.Collectors;

/** The IPv4 blocks that new VPCs get by default, one per AWS Region, so that they can be peered. */
public final class VpcBlocks {

  private VpcBlocks() {}

  /**
   * The block of a Region, such as {@code 10.5.0.0/16}. It never changes.
   *
   * @throws IllegalArgumentException if the data file does not have the Region
   */
  public static String of(String region) {
    return Loaded.BLOCKS
        .byCode(region)
        .map(Block::text)
        .orElseThrow(() -> new IllegalArgumentException("no block for " + region));
  }

  /** All blocks by the codes of their Regions. */
  public static Map<String, String> all() {
    return Loaded.BLOCKS.all().stream()
        .collect(Collectors.toUnmodifiableMap(Block::region, Block::text));
  }

  private record Block(String region, int octet) {
    String text() {
      return "10." + octet + ".0.0/16";
    }
  }

  /** Loads the file at the first use, because that is when Java initializes the class. */
  private static final class Loaded {
    static final Table<Block> BLOCKS =
        Table.read(
            "vpc-blocks.csv",
            row -> new Block(row.getField("code"), Integer.parseInt(row.getField("octet"))),
            Block::region);
  }
}

package dev.meridian.declaration.reader.privatezone;

import dev.meridian.catalog.VpcBlocks;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site.Network;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.CidrBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads {@code peering}, and checks the networks of the regions: their blocks have room for private
 * subnets, and those of peered VPCs do not overlap.
 *
 * @param root the whole file, for the places of blocks
 * @param regions the regions of the private zone
 */
public record PeeringReader(YamlNode root, List<RegionDeclaration> regions) {
  /** Each private subnet is as large as a public one, and a /24 has room for eight subnets. */
  private static final int SMALLEST = 23;

  private static final int TWO = 2;

  private record Block(RegionDeclaration region, CidrBlock cidr, boolean assigned) {
    boolean overlaps(CidrBlock other) {
      return cidr.contains(other) || other.contains(cidr);
    }

    String text() {
      return cidr + " of " + region.code();
    }
  }

  /** Whether the VPCs of the regions are peered; by default if there are several. */
  public boolean read(YamlMapping zone) {
    List<Block> blocks = regions.stream().flatMap(PeeringReader::block).toList();
    blocks.forEach(this::checkSize);
    boolean peering = zone.flag("peering", regions.size() >= TWO);
    YamlNode place = zone.get("peering").orElse(zone.whole());
    if (peering && regions.size() == 1) {
      place.report("a single region has no other to peer with", "remove peering");
    }
    if (peering) {
      checkExisting(place);
      checkOverlaps(blocks);
    }
    return peering;
  }

  private static Stream<Block> block(RegionDeclaration region) {
    return region.site().network() instanceof Network.Created created
        ? Stream.of(new Block(region, new CidrBlock(created.cidr()), created.assigned()))
        : Stream.empty();
  }

  private void checkSize(Block block) {
    String text = block.cidr().text();
    if (Integer.parseInt(text.substring(text.indexOf('/') + 1)) > SMALLEST) {
      place(block)
          .report(
              text + " has no room for the private subnets of " + block.region().code(),
              "write a block of /16 to /" + SMALLEST);
    }
  }

  private void checkExisting(YamlNode place) {
    regions.stream()
        .filter(region -> region.site().network() instanceof Network.Existing)
        .forEach(
            region ->
                place.report(
                    region.code() + " has an existing VPC, and Meridian peers only its own VPCs",
                    "write peering: false, and peer the VPCs yourself"));
  }

  private void checkOverlaps(List<Block> blocks) {
    List<CidrBlock> taken = new ArrayList<>(blocks.stream().map(Block::cidr).toList());
    for (int later = 1; later < blocks.size(); later++) {
      Block block = blocks.get(later);
      Optional<Block> earlier =
          blocks.subList(0, later).stream()
              .filter(other -> other.overlaps(block.cidr()))
              .findFirst();
      earlier.ifPresent(other -> reportOverlap(other, block, taken));
    }
  }

  /** An assigned block is where it is because of the other one, so that one is reported. */
  private void reportOverlap(Block earlier, Block later, List<CidrBlock> taken) {
    Block wrong = later.assigned() ? earlier : later;
    Block right = later.assigned() ? later : earlier;
    CidrBlock free = free(wrong, taken);
    taken.add(free);
    place(wrong)
        .report(
            wrong.text() + " overlaps " + right.text() + ", so the two VPCs cannot be peered",
            "under regions, write "
                + wrong.region().code()
                + ": {site: {network: {cidr: "
                + free
                + "}}}, or write peering: false under private");
  }

  private static CidrBlock free(Block wrong, List<CidrBlock> taken) {
    Stream<String> spare = IntStream.range(200, 256).mapToObj(n -> "10." + n + ".0.0/16");
    return Stream.concat(Stream.of(VpcBlocks.of(wrong.region().code())), spare)
        .map(CidrBlock::new)
        .filter(free -> taken.stream().noneMatch(t -> t.contains(free) || free.contains(t)))
        .findFirst()
        .orElseThrow();
  }

  /** Where the block is written, or the region if it is not. */
  private YamlNode place(Block block) {
    Optional<YamlNode> regions = root.peek("regions");
    Optional<YamlNode> own =
        regions.flatMap(r -> r.peek(block.region().code())).flatMap(r -> r.peek("site"));
    return own.flatMap(PeeringReader::cidr)
        .or(() -> root.peek("site").flatMap(PeeringReader::cidr))
        .or(() -> regions)
        .orElse(root);
  }

  private static Optional<YamlNode> cidr(YamlNode site) {
    return site.peek("network").flatMap(network -> network.peek("cidr"));
  }
}

package dev.meridian.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the snapshot that a region's {@code pinned} names, a path from the declaration's folder.
 */
final class PinReader {
  private static final String WRITE = "write it with ./meridian pin REGION";

  private final Located pinned;
  private final Site site;

  PinReader(Located pinned, Site site) {
    this.pinned = pinned;
    this.site = site;
  }

  Optional<PinnedOutputs> read() {
    return pinned.text().flatMap(this::read);
  }

  private Optional<PinnedOutputs> read(String name) {
    Path file = Path.of(pinned.at().file()).resolveSibling(name);
    try {
      byte[] bytes = Files.readAllBytes(file);
      return Utf8.decode(file.toString(), bytes, pinned.problems())
          .flatMap(yaml -> parse(file, yaml));
    } catch (IOException e) {
      return pinned.refuse("the snapshot " + file + " cannot be read", WRITE);
    }
  }

  private Optional<PinnedOutputs> parse(Path file, String yaml) {
    Optional<Tree> tree = new TreeParser(file.toString(), pinned.problems()).parse(yaml);
    if (tree.isEmpty() && yaml.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      return pinned.refuse("the snapshot " + file + " is empty", WRITE);
    }
    return tree.map(t -> new Located(t, KeyPath.ROOT, pinned.problems()))
        .flatMap(snapshot -> snapshot.section(Keys.PIN))
        .flatMap(this::read);
  }

  private Optional<PinnedOutputs> read(Section outputs) {
    Optional<String> dnsName =
        outputs.requiredText(
            RegionOutput.ALB_DNS_NAME.id(), "\"shop-1.eu-west-1.elb.amazonaws.com\"");
    Optional<String> zoneId = outputs.requiredText(RegionOutput.ALB_ZONE_ID.id(), "Z32O12XQLNTSW2");
    Optional<Located> list = outputs.require(RegionOutput.STATIC_ADDRESSES.id(), "[]");
    List<String> addresses =
        list.stream().flatMap(l -> l.items().stream()).flatMap(i -> i.text().stream()).toList();
    int needed = site.staticAddresses() ? site.network().availabilityZones() : 0;
    if (list.isPresent() && addresses.size() < needed) {
      list.get()
          .problem(
              "holds " + addresses.size() + " addresses, and the region has " + needed,
              "write the snapshot anew with ./meridian pin REGION");
    }
    return dnsName.flatMap(dns -> zoneId.map(zone -> new PinnedOutputs(dns, zone, addresses)));
  }
}

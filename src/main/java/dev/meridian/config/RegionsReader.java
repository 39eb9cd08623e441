package dev.meridian.config;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code regions}, each region's site laid over the common one. */
final class RegionsReader {
  private final Optional<Located> regions;
  private final SiteReader sites;
  private final CheckReferenceReader references;
  private final CheckReference common;
  private final Map<String, RegionDeclaration> read = new LinkedHashMap<>();
  private final List<Partition> partitions = new ArrayList<>();

  RegionsReader(Section declaration, CheckReferenceReader references, CheckReference common) {
    this.regions = declaration.get("regions");
    this.sites = new SiteReader(declaration.below("site", Keys.SITE));
    this.references = references;
    this.common = common;
  }

  Map<String, RegionDeclaration> read() {
    sites.checkCommon();
    regions.ifPresent(
        value -> {
          if (value.isMapping()) {
            value.pairs().forEach(this::region);
          } else if (value.isList()) {
            value.items().forEach(this::item);
          } else {
            value.wrong("a list or a mapping", "write a list of codes, such as [us-east-1]");
          }
        });
    return read;
  }

  private void item(Located item) {
    item.text().ifPresent(code -> add(item, code, Section.absent(item, Keys.REGION)));
  }

  private void region(Located.Pair pair) {
    Located value = pair.value();
    Optional<Section> section =
        value.isNothing()
            ? Optional.of(Section.absent(pair.key(), Keys.REGION))
            : value.section(Keys.REGION);
    section.ifPresent(region -> add(pair.key(), pair.name(), region));
  }

  private void add(Located place, String code, Section region) {
    if (read.containsKey(code)) {
      place.problem(code + " stands twice", "remove the double");
    } else if (RegionCodes.check(place, code)) {
      AwsRegions.byCode(code).ifPresent(known -> checkPartition(place, known));
      Site site = sites.read(code, region.get("site"));
      CheckReference check = region.get("health-check").flatMap(references::read).orElse(common);
      Optional<PinnedOutputs> pinned =
          region.get("pinned").flatMap(file -> new PinReader(file, site).read());
      read.put(code, new RegionDeclaration(code, site, check, pinned.orElse(null), place.at()));
    }
  }

  private void checkPartition(Located place, AwsRegion region) {
    partitions.add(region.partition());
    Partition first = partitions.get(0);
    if (region.partition() != first) {
      place.problem(
          region.code()
              + " is in the partition "
              + region.partition().id()
              + ", the regions above are in "
              + first.id(),
          "no account reaches both: write a file for each");
    }
  }
}

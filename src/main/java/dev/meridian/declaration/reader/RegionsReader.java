package dev.meridian.declaration.reader;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Partition;
import dev.meridian.catalog.VpcBlocks;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.PinnedOutputs;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.reader.health.HealthCheckReferenceReader;
import dev.meridian.declaration.value.RegionCodeReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code regions}. A region's own {@code site} overrides keys of the common one. */
final class RegionsReader {
  private final Optional<YamlNode> regions;
  private final SiteReader sites;
  private final HealthCheckReferenceReader references;
  private final HealthCheckReference common;
  private final Set<String> inPrivateZone;
  private final Map<String, RegionDeclaration> read = new LinkedHashMap<>();
  private final List<Partition> partitions = new ArrayList<>();

  /**
   * @param inPrivateZone the codes of the regions whose new networks get a block of their own
   */
  RegionsReader(
      YamlMapping declaration,
      HealthCheckReferenceReader references,
      HealthCheckReference common,
      Set<String> inPrivateZone) {
    this.regions = declaration.get("regions");
    this.sites = new SiteReader(declaration.below("site", AllowedKeys.SITE));
    this.references = references;
    this.common = common;
    this.inPrivateZone = inPrivateZone;
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

  private void item(YamlNode item) {
    item.text().ifPresent(code -> add(item, code, YamlMapping.absent(item, AllowedKeys.REGION)));
  }

  private void region(YamlNode.Pair pair) {
    YamlNode value = pair.value();
    Optional<YamlMapping> mapping =
        value.isNothing()
            ? Optional.of(YamlMapping.absent(pair.key(), AllowedKeys.REGION))
            : value.mapping(AllowedKeys.REGION);
    mapping.ifPresent(region -> add(pair.key(), pair.name(), region));
  }

  private void add(YamlNode place, String code, YamlMapping region) {
    if (read.containsKey(code)) {
      place.report("duplicate region " + code, "remove one");
    } else if (RegionCodeReader.check(place, code)) {
      AwsRegions.byCode(code).ifPresent(known -> checkPartition(place, known));
      String assigned = inPrivateZone.contains(code) ? VpcBlocks.of(code) : null;
      Site site = sites.read(code, region.get("site"), assigned);
      HealthCheckReference check =
          region.get("health-check").flatMap(references::read).orElse(common);
      Optional<PinnedOutputs> pinned =
          region.get("pinned").flatMap(file -> new PinnedOutputsReader(file, site).read());
      read.put(code, new RegionDeclaration(code, site, check, pinned.orElse(null), place.at()));
    }
  }

  private void checkPartition(YamlNode place, AwsRegion region) {
    partitions.add(region.partition());
    Partition first = partitions.get(0);
    if (region.partition() != first) {
      place.report(
          region.code()
              + " is in the partition "
              + region.partition().id()
              + ", but the regions above are in "
              + first.id(),
          "an account is in one partition: write one file for each");
    }
  }
}

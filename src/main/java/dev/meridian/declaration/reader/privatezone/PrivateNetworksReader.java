package dev.meridian.declaration.reader.privatezone;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Partition;
import dev.meridian.declaration.PrivateNetwork;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site.Network;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.declaration.value.RegionCodeReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code networks}: other VPCs that resolve the private zone. */
public final class PrivateNetworksReader {
  /** IAM User Guide, "IAM identifiers": the path and name of a role. */
  private static final Pattern ROLE =
      Pattern.compile("arn:(aws[a-z-]*):iam::[0-9]{12}:role/[\\w+=,.@/-]{1,512}");

  private final Optional<Partition> partition;
  private final Map<String, String> owners = new HashMap<>();

  /**
   * @param regions the regions of the private zone, whose VPCs resolve it anyway
   */
  public PrivateNetworksReader(List<RegionDeclaration> regions) {
    this.partition =
        regions.stream()
            .flatMap(region -> AwsRegions.byCode(region.code()).stream())
            .map(AwsRegion::partition)
            .findFirst();
    for (RegionDeclaration region : regions) {
      if (region.site().network() instanceof Network.Existing existing) {
        owners.put(existing.vpcId(), "the region " + region.code());
      }
    }
  }

  public Map<String, PrivateNetwork> read(Optional<YamlNode> networks) {
    Map<String, PrivateNetwork> read = new LinkedHashMap<>();
    for (Pair pair : networks.map(YamlNode::pairs).orElse(List.of())) {
      NameFormat.check(pair.key(), pair.name());
      pair.value()
          .mapping(AllowedKeys.PRIVATE_NETWORK)
          .flatMap(mapping -> network(pair, mapping))
          .ifPresent(network -> read.put(pair.name(), network));
    }
    return read;
  }

  private Optional<PrivateNetwork> network(Pair pair, YamlMapping mapping) {
    Optional<String> vpc =
        mapping.require("vpc", "vpc-0123456789abcdef0").flatMap(value -> vpc(pair, value));
    Optional<String> region =
        mapping
            .require("region", "eu-west-1")
            .flatMap(value -> RegionCodeReader.read(value).filter(code -> isHere(value, code)));
    Optional<YamlNode> written = mapping.get("role");
    Optional<String> role = written.flatMap(this::role);
    return vpc.flatMap(
        id ->
            region
                .filter(code -> written.isEmpty() || role.isPresent())
                .map(
                    code ->
                        new PrivateNetwork(
                            pair.name(), id, code, role.orElse(null), pair.key().at())));
  }

  private Optional<String> vpc(Pair pair, YamlNode value) {
    Optional<String> id =
        value.text().flatMap(text -> value.checked(text, Network.Existing::checkVpc));
    Optional<String> owner =
        id.flatMap(vpc -> Optional.ofNullable(owners.putIfAbsent(vpc, pair.name())));
    return owner.isPresent()
        ? value.refuse(
            id.orElseThrow() + " is already the VPC of " + owner.get(), "remove one of the two")
        : id;
  }

  private boolean isHere(YamlNode value, String code) {
    Partition own = AwsRegions.byCode(code).orElseThrow().partition();
    boolean here = partition.filter(other -> other != own).isEmpty();
    if (!here) {
      value.report(
          code + " is in the partition " + own.id() + ", and the zone is in " + id(),
          "name a VPC in the partition " + id());
    }
    return here;
  }

  private Optional<String> role(YamlNode value) {
    Optional<String> arn = value.text();
    Optional<Matcher> form = arn.map(ROLE::matcher).filter(Matcher::matches);
    if (arn.isPresent() && form.isEmpty()) {
      return value.refuse(
          "\"" + arn.get() + "\" is not the ARN of a role",
          "write the role in the VPC's account, such as arn:aws:iam::222222222222:role/meridian");
    }
    Optional<String> other = form.map(match -> match.group(1)).filter(found -> !found.equals(id()));
    return other.isPresent() && partition.isPresent()
        ? value.refuse(
            "the role is in the partition " + other.get() + ", and the zone is in " + id(),
            "write a role of the partition " + id())
        : arn;
  }

  private String id() {
    return partition.map(Partition::id).orElse("");
  }
}

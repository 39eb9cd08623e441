package dev.meridian.declaration.reader;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Partition;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.AcceleratorDeclaration.EndpointGroup;
import dev.meridian.declaration.AcceleratorDeclaration.Listener;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.reader.health.HealthCheckReferenceReader;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code accelerators}: endpoints in front of the load balancers of several regions. */
final class AcceleratorsReader {
  private final DeclaredNames declaredNames;
  private final HealthCheckReferenceReader references;
  private final HealthCheckReference common;
  private final Map<String, RegionDeclaration> regions;

  AcceleratorsReader(
      DeclaredNames declaredNames,
      HealthCheckReferenceReader references,
      HealthCheckReference common,
      Map<String, RegionDeclaration> regions) {
    this.declaredNames = declaredNames;
    this.references = references;
    this.common = common;
    this.regions = regions;
  }

  Map<String, AcceleratorDeclaration> read(Optional<YamlNode> accelerators) {
    Map<String, AcceleratorDeclaration> read = new LinkedHashMap<>();
    for (Pair pair : accelerators.map(YamlNode::pairs).orElse(List.of())) {
      checkName(pair);
      pair.value()
          .mapping(AllowedKeys.ACCELERATOR, AcceleratorsReader::reportHealth)
          .flatMap(mapping -> accelerator(pair, mapping))
          .ifPresent(accelerator -> read.put(pair.name(), accelerator));
    }
    return read;
  }

  private void checkName(Pair pair) {
    if (AwsRegions.byCode(pair.name()).isPresent()) {
      pair.key()
          .report(
              "an accelerator cannot have the code of an AWS region",
              "give it another name, such as global");
    } else if (declaredNames.endpoints().contains(pair.name())) {
      pair.key()
          .report(
              pair.name() + " is also the name of an endpoint",
              "give one of them another name, because names point to both in the same way");
    } else {
      NameFormat.check(pair.key(), pair.name());
    }
  }

  private static boolean reportHealth(Pair pair) {
    boolean own = pair.name().equals("target-check");
    if (own) {
      pair.key()
          .report(
              "Global Accelerator takes the health of a load balancer from the load balancer",
              "write target-check under site");
    }
    return own;
  }

  private Optional<AcceleratorDeclaration> accelerator(Pair pair, YamlMapping accelerator) {
    Optional<HealthCheckReference> check =
        accelerator.get("health-check").flatMap(references::read);
    boolean dualStack = accelerator.flag("dual-stack", false);
    Map<String, EndpointGroup> groups =
        accelerator
            .require("regions", "{us-east-1: 100, eu-west-1: 100}")
            .map(value -> new GroupsReader(value, dualStack).read())
            .orElse(Map.of());
    List<RegionDeclaration> behind =
        groups.keySet().stream()
            .flatMap(code -> Optional.ofNullable(regions.get(code)).stream())
            .toList();
    List<Listener> listeners =
        new AcceleratorListenersReader(behind).read(accelerator.get("listeners"));
    return groups.isEmpty() || listeners.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AcceleratorDeclaration(
                pair.name(), groups, listeners, dualStack, check.orElse(common), pair.key().at()));
  }

  /** Reads the {@code regions} of one accelerator: codes, or code to dial or settings. */
  private final class GroupsReader {
    private final YamlNode written;
    private final boolean dualStack;
    private final Map<String, EndpointGroup> groups = new LinkedHashMap<>();

    GroupsReader(YamlNode written, boolean dualStack) {
      this.written = written;
      this.dualStack = dualStack;
    }

    Map<String, EndpointGroup> read() {
      if (written.isMapping()) {
        written.pairs().forEach(pair -> group(pair.key(), pair.name(), pair.value()));
      } else if (written.isList()) {
        written
            .items()
            .forEach(item -> item.text().ifPresent(code -> add(item, code, plain(code))));
      } else {
        written.wrong("a list or a mapping", "write a list of codes, such as [us-east-1]");
        return groups;
      }
      if (!groups.isEmpty() && groups.values().stream().allMatch(group -> group.weight() == 0)) {
        written.report(
            "every region has weight 0, so no traffic goes anywhere",
            "write weight: " + EndpointGroup.DEFAULT_WEIGHT + " for at least one region");
        groups.clear();
      }
      if (written.isMapping() ? written.pairs().isEmpty() : written.items().isEmpty()) {
        written.report("the accelerator has no region", "name at least one");
      }
      return groups;
    }

    private static EndpointGroup plain(String code) {
      return new EndpointGroup(code, EndpointGroup.FULL_DIAL, EndpointGroup.DEFAULT_WEIGHT, true);
    }

    private void group(YamlNode place, String code, YamlNode value) {
      if (value.isNothing()) {
        add(place, code, plain(code));
      } else if (value.isInteger()) {
        value
            .integer()
            .flatMap(
                dial ->
                    value.make(
                        () -> new EndpointGroup(code, dial, EndpointGroup.DEFAULT_WEIGHT, true)))
            .ifPresent(group -> add(place, code, group));
      } else {
        value
            .mapping(AllowedKeys.ACCELERATOR_REGION)
            .ifPresent(mapping -> add(place, code, group(code, mapping)));
      }
    }

    private static EndpointGroup group(String code, YamlMapping group) {
      return new EndpointGroup(
          code,
          group.integer("dial", EndpointGroup.FULL_DIAL, EndpointGroup::checkDial),
          group.integer("weight", EndpointGroup.DEFAULT_WEIGHT, EndpointGroup::checkWeight),
          group.flag("client-ip-preservation", true));
    }

    private void add(YamlNode place, String code, EndpointGroup group) {
      if (groups.containsKey(code)) {
        place.report("duplicate region " + code, "remove one");
      } else if (!declaredNames.regions().contains(code)) {
        place.report(
            "\"" + code + "\" is not a region of " + declaredNames.owner(),
            declaredNames.regions().isEmpty() || AwsRegions.byCode(code).isPresent()
                ? "add it to regions"
                : Suggestions.of(code, declaredNames.regions()));
      } else {
        Optional.ofNullable(regions.get(code)).ifPresent(region -> check(place, region));
        groups.put(code, group);
      }
    }

    private void check(YamlNode place, RegionDeclaration region) {
      String code = region.code();
      Partition partition =
          AwsRegions.byCode(code).map(known -> known.partition()).orElse(Partition.AWS);
      if (partition != Partition.AWS) {
        place.report(
            "Global Accelerator is not available in the partition " + partition.id(),
            "remove the accelerator");
      }
      if (dualStack && !region.site().ipv6()) {
        place.report(
            "a dual-stack accelerator needs dual-stack load balancers, but "
                + code
                + " has IPv4 only",
            "write site: {ipv6: true}, or remove dual-stack");
      }
      if (region.pinnedOutputs().filter(pin -> pin.albArn() == null).isPresent()) {
        place.report(
            code + " is pinned, but its pin does not have the load balancer's ARN",
            "write the snapshot again with ./meridian pin " + code + ", or add alb_arn to it");
      }
    }
  }
}

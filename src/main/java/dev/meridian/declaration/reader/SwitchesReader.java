package dev.meridian.declaration.reader;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Partition;
import dev.meridian.declaration.Switches;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code switches}: the regions that a routing control can take out of service. */
final class SwitchesReader {
  /** <a href="https://aws.amazon.com/application-recovery-controller/pricing/">Pricing</a>. */
  private static final String PRICE = "2.50 $ per hour, about 1,825 $ per month";

  private static final String ACCEPTED = "accepted";
  private static final Pattern CLUSTER =
      Pattern.compile("arn:aws:route53-recovery-control::[0-9]{12}:cluster/[A-Za-z0-9-]+");

  private final Set<String> declared;

  /**
   * @param declared the codes of the regions of the file, in declared order
   */
  SwitchesReader(Set<String> declared) {
    this.declared = declared;
  }

  Switches read(Optional<YamlNode> switches) {
    return switches
        .flatMap(value -> value.mapping(AllowedKeys.SWITCHES))
        .map(this::read)
        .orElse(Switches.NONE);
  }

  private Switches read(YamlMapping mapping) {
    List<String> regions =
        mapping.get("regions").map(this::regions).orElseGet(() -> all(mapping.whole()));
    regions.stream()
        .filter(code -> AwsRegions.byCode(code).isPresent())
        .filter(code -> AwsRegions.byCode(code).get().partition() != Partition.AWS)
        .findFirst()
        .ifPresent(
            code ->
                mapping
                    .whole()
                    .report(
                        "Application Recovery Controller has no routing controls in the partition"
                            + " of "
                            + code,
                        "remove switches, and take regions out of service by weights or health checks"));
    int named =
        mapping
            .get("regions")
            .filter(YamlNode::isList)
            .map(list -> list.items().size())
            .orElse(regions.size());
    int atLeast = mapping.integer("at-least", 1, number -> check(number, named));
    Optional<String> cluster = mapping.get("cluster").flatMap(SwitchesReader::cluster);
    checkCost(mapping);
    return new Switches(regions, atLeast, cluster.orElse(null), mapping.whole().at());
  }

  private List<String> all(YamlNode place) {
    if (declared.isEmpty()) {
      place.report("there are no regions to switch", "add regions: [us-east-1, eu-west-1]");
    }
    return List.copyOf(declared);
  }

  private List<String> regions(YamlNode list) {
    List<String> codes = new ArrayList<>();
    List<YamlNode> items = list.items();
    if (list.isList() && items.isEmpty()) {
      list.report("the list is empty", "name at least two regions, or remove switches");
    }
    for (YamlNode item : items) {
      item.text().flatMap(code -> region(item, code, codes)).ifPresent(codes::add);
    }
    return codes;
  }

  private Optional<String> region(YamlNode item, String code, List<String> earlier) {
    if (!declared.contains(code)) {
      return item.refuse("\"" + code + "\" is not one of regions", Suggestions.of(code, declared));
    }
    return earlier.contains(code)
        ? item.refuse("duplicate region " + code, "remove one")
        : Optional.of(code);
  }

  /**
   * @param regions how many regions are named, even if some of them are wrong
   */
  private static void check(int atLeast, int regions) {
    String fix = "write a number from 1 to " + Math.max(1, regions - 1);
    if (atLeast < 1) {
      throw new InvalidValue("at least one region must stay in service, not " + atLeast, fix);
    }
    if (atLeast > regions) {
      throw new InvalidValue(
          atLeast + " regions cannot stay in service, because only " + regions + " have a switch",
          fix);
    }
  }

  private static Optional<String> cluster(YamlNode value) {
    return value
        .text()
        .flatMap(
            arn ->
                CLUSTER.matcher(arn).matches()
                    ? Optional.of(arn)
                    : value.refuse(
                        "\"" + arn + "\" is not the ARN of a cluster",
                        "write arn:aws:route53-recovery-control::ACCOUNT:cluster/ID"));
  }

  /** Nobody should find the price on the bill. */
  private static void checkCost(YamlMapping mapping) {
    Optional<YamlNode> cost = mapping.get("cost");
    boolean existing = mapping.has("cluster");
    if (existing) {
      cost.ifPresent(
          value ->
              value.report(
                  "a cluster that exists adds no cost per hour",
                  "remove cost, or remove cluster to create one"));
    } else if (cost.isEmpty() && !mapping.meant(List.of("cost", "cluster"))) {
      mapping
          .whole()
          .report(
              "a new cluster of Application Recovery Controller costs " + PRICE,
              "write cost: accepted to create it, or cluster: ARN to use one that exists");
    } else {
      cost.flatMap(YamlNode::text)
          .filter(word -> !word.equals(ACCEPTED))
          .ifPresent(
              word ->
                  cost.get()
                      .report(
                          "\"" + word + "\" does not accept the price of a cluster, " + PRICE,
                          "write cost: accepted, or cluster: ARN to use one that exists"));
    }
  }
}

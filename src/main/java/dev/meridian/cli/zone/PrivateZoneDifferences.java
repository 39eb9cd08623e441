package dev.meridian.cli.zone;

import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateNetwork;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.Site;
import dev.meridian.model.DnsName;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Edits of {@code private} that a comparison of answers does not show: the whole zone, the VPCs
 * that can ask it, and the network around it.
 */
final class PrivateZoneDifferences {
  private PrivateZoneDifferences() {}

  static List<Notice> between(DeclarationOption.Loaded before, DeclarationOption.Loaded after) {
    Optional<PrivateZone> old = before.deployment().privateZone();
    Optional<PrivateZone> now = after.deployment().privateZone();
    if (old.isPresent() && now.isPresent()) {
      // A comparison of the private zones reports these edits.
      if (!before.deployment().isPrivateZone()) {
        return List.of();
      }
      List<Notice> found =
          new ArrayList<>(vpcs(before.deployment(), after.deployment()).stream().toList());
      found.addAll(PrivateNetworkDifferences.between(old.get(), now.get()));
      return found;
    }
    if (old.isPresent()) {
      return before.ofPrivateZone().map(PrivateZoneDifferences::removed).stream().toList();
    }
    return after.ofPrivateZone().map(zone -> added(zone, after)).stream().toList();
  }

  private static Notice removed(DeclarationOption.Loaded within) {
    Deployment deployment = within.deployment();
    String dns = deployment.stackName(PrivateZone.DNS_STACK);
    boolean network = deployment.privateZone().orElseThrow().needsNetworkStack();
    return new Notice(
        "private-zone-removed",
        subject(within),
        "the "
            + (network
                ? "stacks "
                    + deployment.stackName(PrivateZone.NETWORK_STACK)
                    + " and "
                    + dns
                    + " are"
                : "stack " + dns + " is")
            + " no longer declared, and stay"
            + (network ? " as they are until you destroy them" : "s as it is until you destroy it")
            + ". Clients in the VPCs of the zone then lose "
            + recordSets(within),
        "destroy what is no longer needed with ./meridian destroy "
            + PrivateZone.DNS_STACK
            + (network ? " " + PrivateZone.NETWORK_STACK : ""),
        false);
  }

  private static Notice added(DeclarationOption.Loaded within, DeclarationOption.Loaded whole) {
    return new Notice(
        "private-zone-added",
        subject(within),
        "clients in VPCs in "
            + String.join(", ", within.deployment().privateZone().orElseThrow().vpcRegions())
            + " get "
            + recordSets(within)
            + hidden(within, whole),
        "write the answers that they need under private.expect, and run ./meridian check",
        false);
  }

  /** A VPC asks the private zone for every name at or below the name of that zone. */
  private static String hidden(DeclarationOption.Loaded within, DeclarationOption.Loaded whole) {
    DnsName zone = within.deployment().zoneName();
    if (whole.deployment().zoneName().isWithin(zone)) {
      return ". All other names of the public zone don't exist for them any more";
    }
    NavigableSet<RrsetKey> hidden = new TreeSet<>();
    whole.compiled().plan().groups().keySet().stream()
        .filter(group -> group.name().isWithin(zone))
        .forEach(hidden::add);
    hidden.removeAll(within.compiled().plan().groups().keySet());
    return hidden.isEmpty()
        ? ""
        : ". These records of the public zone don't exist for them any more: "
            + hidden.stream().map(RrsetKey::toString).collect(Collectors.joining(", "));
  }

  private static String subject(DeclarationOption.Loaded within) {
    return "private zone " + within.deployment().zoneName();
  }

  /** Such as {@code 3 record sets: db.example.com A, shop.example.com A (2)}. */
  private static String recordSets(DeclarationOption.Loaded within) {
    Map<RrsetKey, Integer> counts = new TreeMap<>();
    within.compiled().plan().records().forEach(one -> counts.merge(one.group(), 1, Integer::sum));
    int count = within.compiled().plan().records().size();
    String names =
        counts.entrySet().stream()
            .map(one -> one.getKey() + (one.getValue() == 1 ? "" : " (" + one.getValue() + ")"))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%d record set%s%s",
        count,
        count == 1 ? "" : "s",
        count == 0 ? "" : ": " + names);
  }

  private static Optional<Notice> vpcs(Deployment old, Deployment now) {
    List<String> changes = new ArrayList<>();
    Map<String, String> earlier = vpcs(old);
    Map<String, String> later = vpcs(now);
    changed(earlier, later, " can no longer ask it").ifPresent(changes::add);
    changed(later, earlier, " can ask it from now on").ifPresent(changes::add);
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Notice(
                "private-zone-vpcs",
                "private zone " + now.zoneName(),
                String.join("; ", changes),
                "make sure that clients in these VPCs get the answers that they need",
                false));
  }

  /** The VPCs that can ask, in words, by what identifies them. */
  private static Map<String, String> vpcs(Deployment deployment) {
    PrivateZone zone = deployment.privateZone().orElseThrow();
    Map<String, String> vpcs = new LinkedHashMap<>();
    for (String region : zone.regions()) {
      Optional<String> id = existing(deployment, region);
      vpcs.put(
          id.orElse(region),
          id.map(vpc -> vpc + " in ").orElse("the VPC that Meridian creates in ") + region);
    }
    for (PrivateNetwork network : zone.networks().values()) {
      vpcs.put(network.vpcId(), network.vpcId() + " in " + network.region());
    }
    return vpcs;
  }

  private static Optional<String> existing(Deployment deployment, String region) {
    return deployment
        .region(region)
        .map(declared -> declared.site().network())
        .filter(Site.Network.Existing.class::isInstance)
        .map(network -> ((Site.Network.Existing) network).vpcId());
  }

  private static Optional<String> changed(
      Map<String, String> some, Map<String, String> others, String words) {
    Map<String, String> only = new LinkedHashMap<>(some);
    only.keySet().removeAll(others.keySet());
    return only.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", only.values()) + words);
  }
}

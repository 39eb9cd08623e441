package dev.meridian.cli.zone;

import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateNetwork;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
      // The comparison of the private zones says it.
      if (!before.deployment().isPrivateZone()) {
        return List.of();
      }
      List<Notice> found = new ArrayList<>(vpcs(old.get(), now.get()).stream().toList());
      found.addAll(PrivateNetworkDifferences.between(old.get(), now.get()));
      return found;
    }
    if (old.isPresent()) {
      return before.ofPrivateZone().map(PrivateZoneDifferences::removed).stream().toList();
    }
    return after.ofPrivateZone().map(zone -> added(zone, after.deployment())).stream().toList();
  }

  private static Notice removed(DeclarationOption.Loaded within) {
    Deployment deployment = within.deployment();
    String dns = deployment.stackName(PrivateZone.DNS_STACK);
    boolean network = deployment.privateZone().orElseThrow().needsNetworkStack();
    return new Notice(
        "private-zone-removed",
        subject(within),
        "clients in its VPCs lose "
            + recordSets(within)
            + ". The "
            + (network
                ? "stacks "
                    + deployment.stackName(PrivateZone.NETWORK_STACK)
                    + " and "
                    + dns
                    + " are"
                : "stack " + dns + " is")
            + " no longer declared, and stay"
            + (network ? " as they are" : "s as it is"),
        "destroy what is no longer needed with ./meridian destroy "
            + PrivateZone.DNS_STACK
            + (network ? " " + PrivateZone.NETWORK_STACK : ""),
        false);
  }

  private static Notice added(DeclarationOption.Loaded within, Deployment whole) {
    boolean hides = within.deployment().zoneName().equals(whole.zoneName());
    return new Notice(
        "private-zone-added",
        subject(within),
        "clients in VPCs in "
            + String.join(", ", within.deployment().privateZone().orElseThrow().vpcRegions())
            + " get "
            + recordSets(within)
            + (hides ? ". All other names of the public zone don't exist for them any more" : ""),
        "write the answers that they need under private.expect, and run ./meridian check",
        false);
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

  private static Optional<Notice> vpcs(PrivateZone old, PrivateZone now) {
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
                "private zone " + now.zone().name(),
                String.join("; ", changes),
                "make sure that clients in these VPCs get the answers that they need",
                false));
  }

  /** The VPCs that can ask, in words, by what identifies them. */
  private static Map<String, String> vpcs(PrivateZone zone) {
    Map<String, String> vpcs = new LinkedHashMap<>();
    zone.regions().forEach(region -> vpcs.put(region, "the VPC of " + region));
    for (PrivateNetwork network : zone.networks().values()) {
      vpcs.put(network.vpcId(), network.vpcId() + " in " + network.region());
    }
    return vpcs;
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

package dev.meridian.cli.zone;

import dev.meridian.cli.view.change.Notice;
import dev.meridian.declaration.CidrCollectionDeclaration;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.model.CidrBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Edits of a declaration after which Terraform no longer finds what it manages: the stacks get
 * other names, states, or another hosted zone, so it would create everything in addition to what
 * exists.
 */
final class StackDifferences {
  private final Deployment before;
  private final Deployment after;
  private final List<Notice> found = new ArrayList<>();

  private StackDifferences(Deployment before, Deployment after) {
    this.before = before;
    this.after = after;
  }

  static List<Notice> between(Deployment before, Deployment after) {
    StackDifferences differences = new StackDifferences(before, after);
    differences.names();
    differences.states();
    differences.zone();
    differences.regions();
    differences.privateNetwork();
    differences.blocks();
    return differences.found;
  }

  private void add(String kind, String subject, String words, String fix) {
    found.add(new Notice(kind, subject, words, fix, false));
  }

  private void names() {
    String old = before.stacks().dns().name();
    String now = after.stacks().dns().name();
    if (!old.equals(now)) {
      add(
          "other-stack",
          old,
          "application or environment changes, so the DNS stack is now "
              + now
              + " and its state is empty: Terraform would create everything again in addition to what"
              + " exists",
          "keep both names, or move each state to the new stack first (terraform state pull and"
              + " push)");
    }
  }

  private void states() {
    if (!before.state().equals(after.state())) {
      add(
          "other-state",
          after.stacks().dns().name(),
          "the states are kept in another place, where they don't exist yet: Terraform would create"
              + " everything again in addition to what exists",
          "run ./meridian synth, and then terraform init -migrate-state in the folder of each stack"
              + " before you plan");
    }
  }

  private void zone() {
    if (!before.zoneName().equals(after.zoneName())
        || before.zone().kind() != after.zone().kind()) {
      add(
          "other-zone",
          before.zoneName().text(),
          "the records move to another hosted zone: Terraform deletes all of them in this one",
          "declare the other zone in a file of its own with another application or environment,"
              + " and remove this one when nobody asks it any more");
      return;
    }
    Optional<String> old = id(before);
    Optional<String> now = id(after);
    if (old.isPresent() && now.isPresent() && !old.equals(now)) {
      add(
          "other-zone",
          before.zoneName() + " (" + old.get() + ")",
          "the records move to the hosted zone "
              + now.get()
              + ": Terraform deletes all of them in this one",
          "change the delegation only after the new zone has all records; declare it in a file of"
              + " its own until then");
    }
    boolean created = after.zone().adoption() instanceof Adoption.Created;
    if (!created && before.zone().adoption() instanceof Adoption.Created) {
      add(
          "other-zone",
          before.zoneName().text(),
          "the stack created the hosted zone, and now looks up an existing one. Terraform forgets"
              + " the zone that it created, which stays in Route 53, and no stack manages it",
          "leave out id and existing, unless another stack is to manage the zone");
    }
    if (created && !(before.zone().adoption() instanceof Adoption.Created)) {
      add(
          "other-zone",
          before.zoneName().text(),
          "the stack would create a second hosted zone with this name, and delete all its records"
              + " in the existing one",
          "write zone: {name: " + before.zoneName() + ", id: ID}");
    }
  }

  private static Optional<String> id(Deployment deployment) {
    return deployment.zone().adoption() instanceof Adoption.ById byId
        ? Optional.of(byId.zoneId())
        : Optional.empty();
  }

  /** A private zone has some of the regions of its file; {@link PrivateZoneDifferences}. */
  private void regions() {
    if (before.isPrivateZone()) {
      return;
    }
    for (String region : before.regions().keySet()) {
      if (after.region(region).isEmpty()) {
        add(
            "region-removed",
            region,
            "its stack " + before.stackName(region) + " is no longer declared, and stays as it is",
            "apply DNS first, and then destroy that stack");
      }
    }
    for (String accelerator : before.accelerators().keySet()) {
      if (!after.accelerators().containsKey(accelerator)) {
        add(
            "accelerator-removed",
            accelerator,
            "its stack "
                + before.stacks().accelerator(accelerator).orElseThrow().name()
                + " is no longer declared, and stays as it is",
            "apply DNS first, and then destroy that stack");
      }
    }
  }

  /**
   * The comparison of the private zones says what happens when the stack is destroyed. Without a
   * private zone, {@link PrivateZoneDifferences} names this stack too.
   */
  private void privateNetwork() {
    boolean removed =
        !before.isPrivateZone()
            && before.privateZone().filter(PrivateZone::needsNetworkStack).isPresent()
            && after.privateZone().filter(zone -> !zone.needsNetworkStack()).isPresent();
    if (removed) {
      add(
          "private-network-removed",
          PrivateZone.NETWORK_STACK,
          "its stack "
              + before.stackName(PrivateZone.NETWORK_STACK)
              + " is no longer declared, and stays as it is",
          "apply private-dns first, and then destroy that stack");
    }
  }

  /** A block can be in one location of a collection, and Terraform changes one at a time. */
  private void blocks() {
    after
        .cidrCollections()
        .forEach(
            (name, collection) -> {
              CidrCollectionDeclaration old = before.cidrCollections().get(name);
              if (old != null) {
                Map<CidrBlock, String> earlier = locations(old);
                locations(collection)
                    .forEach(
                        (block, now) -> {
                          String then = earlier.getOrDefault(block, now);
                          if (!then.equals(now)) {
                            blockMoves(name, block, then, now);
                          }
                        });
              }
            });
  }

  private static Map<CidrBlock, String> locations(CidrCollectionDeclaration declared) {
    Map<CidrBlock, String> locations = new LinkedHashMap<>();
    declared
        .collection()
        .locations()
        .forEach((location, blocks) -> blocks.forEach(block -> locations.put(block, location)));
    return locations;
  }

  private void blockMoves(String collection, CidrBlock block, String then, String now) {
    add(
        "refused",
        block.text() + " of the CIDR collection " + collection,
        "the block moves from "
            + then
            + " to "
            + now
            + ". Terraform may add it there first, which Route 53 refuses. Its clients get the"
            + " answer of default until a second apply",
        "apply twice, or keep the block where it is");
  }
}

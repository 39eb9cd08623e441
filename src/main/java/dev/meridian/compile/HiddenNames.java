package dev.meridian.compile;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Names for the groups behind aliases. Clients never ask for them. */
final class HiddenNames {
  private final DnsName zone;
  private final PlanBuilder builder;
  private final Map<DnsName, String> declared = new HashMap<>();
  private final Map<RrsetKey, String> owners = new HashMap<>();

  HiddenNames(Deployment deployment, PlanBuilder builder) {
    this.zone = deployment.zoneName();
    this.builder = builder;
    deployment.names().forEach(name -> declared.put(name.name(), "the name " + name.label()));
  }

  /** {@code _<endpoint>.<zone>}, for the addresses of an endpoint. */
  Optional<DnsName> of(CompiledEndpoint endpoint, RecordType type) {
    return owned(() -> GeneratedNames.addressGroup(zone, endpoint.name()), type, endpoint.origin());
  }

  /**
   * {@code _<first label>-<branches>-<kind>.<the name's other labels>}, for the target of a branch.
   *
   * @param kind the policy of the target's records
   */
  Optional<DnsName> of(TreePosition position, PolicyTree tree, Branch branch, PolicyKind kind) {
    return owned(
        () ->
            GeneratedNames.branchGroup(zone, position.name().name(), position.trail(branch), kind),
        position.type(),
        position.origin(tree, branch));
  }

  /**
   * {@code _<first label>-<kind>.<the name's other labels>}, for the policy behind a front door.
   */
  Optional<DnsName> behind(TreePosition frontDoor, PolicyTree tree) {
    return owned(
        () -> GeneratedNames.frontDoorGroup(zone, frontDoor.name().name(), tree.kind()),
        frontDoor.type(),
        frontDoor.origin(tree));
  }

  /** Names that the group of an endpoint had, oldest first. */
  List<DnsName> earlier(CompiledEndpoint endpoint) {
    return endpoint.earlier().stream()
        .flatMap(name -> Earlier.valid(() -> GeneratedNames.addressGroup(zone, name)).stream())
        .toList();
  }

  /**
   * Names that the target of a branch had, oldest first: with earlier labels, and without the kind
   * of its policy, as earlier versions of Meridian named it.
   *
   * @param labels that the branch had
   * @param kind the policy of the target's records
   */
  List<DnsName> earlier(
      TreePosition position, Branch branch, List<String> labels, PolicyKind kind) {
    DnsName name = position.name().name();
    List<DnsName> earlier = new ArrayList<>();
    for (List<String> trail : position.earlierTrails(branch, labels)) {
      Earlier.valid(() -> GeneratedNames.earlierBranchGroup(zone, name, trail))
          .ifPresent(earlier::add);
      Earlier.valid(() -> GeneratedNames.branchGroup(zone, name, trail, kind))
          .ifPresent(earlier::add);
    }
    List<String> now = position.trail(branch);
    Earlier.valid(() -> GeneratedNames.earlierBranchGroup(zone, name, now)).ifPresent(earlier::add);
    return earlier;
  }

  private Optional<DnsName> owned(Supplier<DnsName> made, RecordType type, Origin origin) {
    return builder.attempt(origin, made).filter(name -> isFree(name, type, origin));
  }

  private boolean isFree(DnsName name, RecordType type, Origin origin) {
    String owner = declared.get(name);
    if (owner == null) {
      owner = owners.putIfAbsent(new RrsetKey(name, type), origin.path().text());
    }
    if (owner == null || owner.equals(origin.path().text())) {
      return true;
    }
    builder.problem(
        origin,
        "its records would be at " + name + ", the place of the records of " + owner,
        "rename one of the two");
    return false;
  }
}

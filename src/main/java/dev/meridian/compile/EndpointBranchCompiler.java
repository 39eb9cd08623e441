package dev.meridian.compile;

import dev.meridian.compile.EndpointTarget.Address;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles a branch that points to an endpoint, for every form of endpoint. */
final class EndpointBranchCompiler {
  private final PlanBuilder builder;
  private final HiddenNames hidden;
  private final HealthCheckAssigner checkAssigner;
  private final AddressGroups groups;
  private final RegionSwitches switches;

  EndpointBranchCompiler(
      PlanBuilder builder,
      HiddenNames hidden,
      HealthCheckAssigner checkAssigner,
      AddressGroups groups,
      RegionSwitches switches) {
    this.builder = builder;
    this.hidden = hidden;
    this.checkAssigner = checkAssigner;
    this.groups = groups;
    this.switches = switches;
  }

  /** One branch at its position in the tree. */
  private record Use(
      TreePosition position, PolicyTree tree, Branch branch, CompiledEndpoint endpoint) {
    Origin origin() {
      return position.origin(tree, branch);
    }

    boolean inherits() {
      return branch.healthCheck() instanceof HealthCheckReference.Inherited;
    }

    HealthCheckReference check() {
      return inherits() ? endpoint.check() : branch.healthCheck();
    }

    HealthCheckAssigner.Naming naming() {
      return inherits()
          ? HealthCheckAssigner.Naming.of(endpoint)
          : position.naming(tree, branch, earlierLabels());
    }

    List<String> earlierLabels() {
      return Earlier.labels(branch, endpoint);
    }

    long ttl() {
      return position.ttl(branch);
    }

    boolean oneRecordSet() {
      return branch.record().oneRecordSet();
    }

    /** Groups that names share cannot be part of a traffic policy. */
    boolean sharesGroup() {
      return inherits() && !position.name().trafficPolicy();
    }

    boolean targetHealth() {
      return branch.evaluatesTargetHealth().orElse(true);
    }
  }

  void compile(TreePosition position, PolicyTree tree, Branch branch, CompiledEndpoint endpoint) {
    Use use = new Use(position, tree, branch, endpoint);
    if (tree.kind() == PolicyKind.MULTIVALUE) {
      multivalue(use);
      return;
    }
    endpoint
        .target()
        .accept(
            new EndpointTarget.Cases<Optional<RecordData>>() {
              @Override
              public Optional<RecordData> alias(EndpointTarget.Alias target) {
                return resource(use, target);
              }

              @Override
              public Optional<RecordData> addresses(EndpointTarget.Addresses target) {
                return servers(use, target.of(position.type()));
              }

              @Override
              public Optional<RecordData> host(EndpointTarget.Host target) {
                return Optional.of(new RecordData.Values(use.ttl(), List.of(target.name())));
              }
            })
        .ifPresent(answer -> add(use, answer));
  }

  private void multivalue(Use use) {
    List<Address> addresses = use.endpoint().addresses(use.position().type());
    boolean named = use.branch().record().setIdentifier().isPresent();
    if (!named && !use.oneRecordSet()) {
      members(use, use.position().group(), use.position().earlierGroups(), true);
    } else if (addresses.size() > 1 && !use.oneRecordSet()) {
      builder.problem(
          use.origin(),
          "the branch has an identifier, but its "
              + addresses.size()
              + " addresses are as many record sets",
          "write one-record-set: true, or an endpoint with one address per branch");
    } else {
      values(use, addresses).ifPresent(answer -> add(use, answer));
    }
  }

  private Optional<RecordData> values(Use use, List<Address> addresses) {
    List<Value> values = addresses.stream().map(Address::value).toList();
    return builder.attempt(use.origin(), () -> new RecordData.Values(use.ttl(), values));
  }

  private Optional<RecordData> resource(Use use, EndpointTarget.Alias target) {
    boolean cloudFront =
        target.zoneId().equals(Value.literal(RecordData.ResourceAlias.CLOUDFRONT_ZONE_ID));
    boolean usual = !cloudFront && !use.endpoint().isAccelerator();
    boolean health = use.branch().evaluatesTargetHealth().orElse(usual);
    return builder.attempt(
        use.origin(),
        () -> new RecordData.ResourceAlias(target.dnsName(), target.zoneId(), health));
  }

  private Optional<RecordData> servers(Use use, List<Address> addresses) {
    boolean grouped = use.tree().kind() != PolicyKind.SIMPLE && !use.oneRecordSet();
    if (addresses.size() > 1 && grouped) {
      return group(use).map(name -> new RecordData.RecordAlias(name, use.targetHealth()));
    }
    return values(use, addresses);
  }

  private Optional<DnsName> group(Use use) {
    TreePosition position = use.position();
    if (use.sharesGroup()) {
      return groups.share(use.endpoint(), position.type(), use.ttl());
    }
    Optional<DnsName> name = hidden.of(position, use.tree(), use.branch(), PolicyKind.MULTIVALUE);
    boolean each = use.inherits() || checkAssigner.takesDestination(use.check(), use.endpoint());
    List<DnsName> earlier =
        hidden.earlier(position, use.branch(), use.earlierLabels(), PolicyKind.MULTIVALUE);
    name.map(found -> new RrsetKey(found, position.type()))
        .ifPresent(key -> members(use, key, earlier, each));
    return name;
  }

  private void members(Use use, RrsetKey key, List<DnsName> earlier, boolean checked) {
    groups.members(
        new AddressGroups.Members(
            key,
            use.branch().label(),
            use.ttl(),
            new Earlier(earlier, use.earlierLabels()),
            use.origin()),
        use.endpoint().addresses(key.type()),
        address -> checked ? check(use, address).orElse(null) : null);
  }

  private Optional<String> check(Use use, @Nullable Address address) {
    Optional<String> own = checkAssigner.of(use.check(), use.endpoint(), address, use.naming());
    return use.tree().kind() == PolicyKind.SIMPLE
        ? own // a simple record set answers whatever its health
        : switches.follow(use.endpoint(), own, use.origin());
  }

  /** The health check of a record set with several addresses. */
  private Optional<String> commonCheck(Use use) {
    if (checkAssigner.takesDestination(use.check(), use.endpoint())) {
      builder.problem(
          use.origin(),
          "one record set has one health check, but the check of "
              + use.endpoint().name()
              + " probes each of its addresses",
          "write health-check: none, or a health check with a host or an address");
      return Optional.empty();
    }
    return check(use, null);
  }

  private void add(Use use, RecordData answer) {
    boolean simple = use.tree().kind() == PolicyKind.SIMPLE;
    RecordKey key =
        new RecordKey(use.position().group(), simple ? null : use.branch().identifier());
    String check = checkOf(use).orElse(null);
    // A health check cannot change a simple record's answer, so the endpoint's own only raises
    // alarms.
    String attached = simple && use.inherits() ? null : check;
    builder.record(
        use.origin(),
        () -> new RecordSet(key, use.branch().policy(), answer, attached),
        key,
        use.position()
            .earlier(use.earlierLabels())
            .keys(use.position().group(), key.identifier().orElse(null)));
  }

  /** The health check of the branch's own record; empty if each of its addresses has one. */
  private Optional<String> checkOf(Use use) {
    List<Address> addresses = use.endpoint().addresses(use.position().type());
    boolean some =
        use.endpoint().target() instanceof EndpointTarget.Addresses
            || use.tree().kind() == PolicyKind.MULTIVALUE;
    if (!some) {
      return check(use, null);
    }
    if (addresses.size() > 1 && use.oneRecordSet()) {
      return commonCheck(use);
    }
    if (addresses.size() > 1) {
      boolean grouped = use.inherits() && use.tree().kind() != PolicyKind.SIMPLE;
      return grouped || checkAssigner.takesDestination(use.check(), use.endpoint())
          ? Optional.empty()
          : check(use, null);
    }
    return check(use, addresses.isEmpty() ? null : addresses.get(0));
  }
}

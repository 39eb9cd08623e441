package dev.meridian.compile;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names for the groups behind aliases. Clients never ask for them. */
final class HiddenNames {
  private final DnsName zone;
  private final PlanBuilder builder;
  private final Map<DnsName, String> owners = new HashMap<>();

  HiddenNames(Deployment deployment, PlanBuilder builder) {
    this.zone = deployment.zoneName();
    this.builder = builder;
    deployment.names().forEach(name -> owners.put(name.name(), "the name " + name.label()));
  }

  /** {@code _<endpoint>.<zone>}, for the addresses of an endpoint. */
  Optional<DnsName> of(CompiledEndpoint endpoint) {
    String label = Slug.fitted("_" + Slug.of(endpoint.name()));
    return owned(label, zone, endpoint.origin());
  }

  /** {@code _<first label>-<branches>.<the name's other labels>}, for the target of a branch. */
  Optional<DnsName> of(NameDeclaration name, List<String> branches, Origin origin) {
    boolean apex = name.name().equals(zone);
    String first = apex ? "@" : name.name().labels().get(0);
    String label = "_" + Slug.of(first) + "-" + Slug.joined(branches);
    DnsName parent = apex ? zone : name.name().parent().orElse(zone);
    return owned(Slug.fitted(label), parent, origin);
  }

  private Optional<DnsName> owned(String label, DnsName parent, Origin origin) {
    return builder.attempt(origin, () -> parent.child(label)).filter(name -> isFree(name, origin));
  }

  private boolean isFree(DnsName name, Origin origin) {
    String owner = owners.putIfAbsent(name, origin.path().text());
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

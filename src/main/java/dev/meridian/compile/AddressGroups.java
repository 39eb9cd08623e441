package dev.meridian.compile;

import dev.meridian.compile.EndpointTarget.Address;
import dev.meridian.compile.rule.Subject;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Groups of multivalue records, one per address. An alias points to such a group if an endpoint has
 * several addresses with a health check each.
 */
final class AddressGroups {
  private final Map<RrsetKey, Shared> shared = new TreeMap<>();
  private final PlanBuilder builder;
  private final HiddenNames hidden;
  private final HealthCheckAssigner checkAssigner;

  /**
   * A group that the aliases of several names can point to.
   *
   * @param ttl in seconds, the shortest TTL of those names
   */
  private record Shared(CompiledEndpoint endpoint, long ttl) {
    Shared with(long other) {
      return new Shared(endpoint, Math.min(ttl, other));
    }
  }

  AddressGroups(PlanBuilder builder, HiddenNames hidden, HealthCheckAssigner checkAssigner) {
    this.builder = builder;
    this.hidden = hidden;
    this.checkAssigner = checkAssigner;
  }

  /**
   * The name of the endpoint's group. {@link #compile} creates the group when all its uses are
   * known.
   */
  Optional<DnsName> share(CompiledEndpoint endpoint, RecordType type, long ttl) {
    Optional<DnsName> name = hidden.of(endpoint, type);
    name.map(found -> new RrsetKey(found, type))
        .ifPresent(
            key -> shared.merge(key, new Shared(endpoint, ttl), (old, use) -> old.with(use.ttl())));
    return name;
  }

  void compile() {
    shared.forEach(
        (key, use) ->
            members(
                new Members(
                    key,
                    use.endpoint().name(),
                    use.ttl(),
                    new Earlier(hidden.earlier(use.endpoint()), use.endpoint().earlier()),
                    use.endpoint().origin()),
                use.endpoint().addresses(key.type()),
                address -> checkAssigner.of(use.endpoint(), address).orElse(null)));
  }

  /**
   * One group.
   *
   * @param label the prefix of the set identifiers
   * @param earlier the names and prefixes that the group had
   */
  record Members(RrsetKey key, String label, long ttl, Earlier earlier, Origin origin) {}

  void members(Members group, List<Address> addresses, Function<Address, @Nullable String> check) {
    builder.setOrigin(new Subject.OfGroup(group.key()), group.origin());
    for (Address address : addresses) {
      Earlier.Identifier identifier = label -> label + "-" + address.identity();
      RecordKey key = new RecordKey(group.key(), identifier.of(group.label()));
      builder.record(
          group.origin(),
          () ->
              new RecordSet(
                  key,
                  new RoutingPolicy.Multivalue(),
                  new RecordData.Values(group.ttl(), List.of(address.value())),
                  check.apply(address)),
          key,
          group.earlier().keys(group.key(), group.label(), identifier));
    }
  }
}

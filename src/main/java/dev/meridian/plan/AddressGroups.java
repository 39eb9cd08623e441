package dev.meridian.plan;

import dev.meridian.model.Answer;
import dev.meridian.model.DnsName;
import dev.meridian.model.GroupKey;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.plan.Reach.Address;
import dev.meridian.plan.rule.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Groups of multivalue records, one an address: what an alias leads to where an endpoint has
 * several addresses, each with a health check of its own.
 */
final class AddressGroups {
  private final Map<GroupKey, Shared> shared = new TreeMap<>();
  private final Draft draft;
  private final HiddenNames hidden;
  private final Guards guards;

  /**
   * A group that the aliases of several names may lead to.
   *
   * @param ttl the shortest of those names'
   */
  private record Shared(Endpoint endpoint, long ttl) {
    Shared with(long other) {
      return new Shared(endpoint, Math.min(ttl, other));
    }
  }

  AddressGroups(Draft draft, HiddenNames hidden, Guards guards) {
    this.draft = draft;
    this.hidden = hidden;
    this.guards = guards;
  }

  /** The name of the endpoint's group, which {@link #compile} makes when all uses are known. */
  Optional<DnsName> share(Endpoint endpoint, RecordType type, long ttl) {
    Optional<DnsName> name = hidden.of(endpoint);
    name.map(found -> new GroupKey(found, type))
        .ifPresent(
            key -> shared.merge(key, new Shared(endpoint, ttl), (old, use) -> old.with(use.ttl())));
    return name;
  }

  void compile() {
    shared.forEach(
        (key, use) ->
            members(
                new Members(key, use.endpoint().name(), use.ttl(), use.endpoint().origin()),
                use.endpoint().addresses(key.type()),
                address -> guards.of(use.endpoint(), address).orElse(null)));
  }

  /**
   * One group.
   *
   * @param label what the set identifiers begin with
   */
  record Members(GroupKey key, String label, long ttl, Origin origin) {}

  void members(Members group, List<Address> addresses, Function<Address, @Nullable String> check) {
    draft.came(new Subject.OfGroup(group.key()), group.origin());
    for (Address address : addresses) {
      RecordKey key = new RecordKey(group.key(), group.label() + "-" + address.identity());
      draft.record(
          group.origin(),
          () ->
              new RecordSet(
                  key,
                  new RoutingPolicy.Multivalue(),
                  new Answer.Values(group.ttl(), List.of(address.value())),
                  check.apply(address)));
    }
  }
}

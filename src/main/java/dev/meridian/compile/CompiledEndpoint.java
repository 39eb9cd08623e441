package dev.meridian.compile;

import dev.meridian.compile.EndpointTarget.Address;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import java.util.List;
import java.util.Optional;

/**
 * A region or a declared endpoint, in one form.
 *
 * @param kind what declares it
 * @param earlier the names that the endpoint had earlier
 */
record CompiledEndpoint(
    String name,
    Kind kind,
    EndpointTarget target,
    HealthCheckReference check,
    List<String> earlier,
    Origin origin) {

  /** What declares an endpoint. */
  enum Kind {
    /** A region of the declaration, with a stack of its own. */
    REGION,
    /** An accelerator of the declaration, with a stack of its own. */
    ACCELERATOR,
    /** Something that exists elsewhere. */
    OTHER
  }

  boolean isRegion() {
    return kind == Kind.REGION;
  }

  boolean isAccelerator() {
    return kind == Kind.ACCELERATOR;
  }

  boolean isHost() {
    return target instanceof EndpointTarget.Host;
  }

  /** Whether the endpoint can be part of a group of {@code type} with this policy. */
  boolean offers(RecordType type, PolicyKind policy) {
    return target.accept(new Offer(type, policy));
  }

  /** Its addresses of {@code type}, one by one, as multivalue answers need them. */
  List<Address> addresses(RecordType type) {
    return target.accept(
        new EndpointTarget.Cases<>() {
          @Override
          public List<Address> alias(EndpointTarget.Alias alias) {
            return type == RecordType.A ? alias.staticAddresses() : List.of();
          }

          @Override
          public List<Address> addresses(EndpointTarget.Addresses some) {
            return some.of(type);
          }

          @Override
          public List<Address> host(EndpointTarget.Host host) {
            return List.of();
          }
        });
  }

  /**
   * The suffix that distinguishes an address's health check and records from those of the other
   * addresses. Empty for an only address; adding an address of the other IP version must not change
   * that.
   */
  Optional<String> distinction(Address address) {
    if (!(target instanceof EndpointTarget.Addresses some)) {
      return Optional.empty();
    }
    boolean onlyIpv4 = some.ipv4().equals(List.of(address));
    boolean onlyIpv6 = some.ipv4().isEmpty() && some.ipv6().equals(List.of(address));
    return onlyIpv4 || onlyIpv6 ? Optional.empty() : Optional.of(address.identity());
  }

  private record Offer(RecordType type, PolicyKind policy)
      implements EndpointTarget.Cases<Boolean> {
    @Override
    public Boolean alias(EndpointTarget.Alias target) {
      if (policy == PolicyKind.MULTIVALUE) {
        return type == RecordType.A && !target.staticAddresses().isEmpty();
      }
      return type == RecordType.A || (type == RecordType.AAAA && target.ipv6());
    }

    @Override
    public Boolean addresses(EndpointTarget.Addresses target) {
      return !target.of(type).isEmpty();
    }

    @Override
    public Boolean host(EndpointTarget.Host target) {
      return type == RecordType.CNAME;
    }
  }
}

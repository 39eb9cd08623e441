package dev.meridian.compile;

import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import java.util.List;
import java.util.stream.Stream;

/** What an answer contains for an endpoint. */
sealed interface EndpointTarget {

  /** Every value that an answer may contain for the endpoint. */
  List<Value> values();

  <R> R accept(Cases<R> cases);

  /** One method per form. */
  interface Cases<R> {
    R alias(Alias target);

    R addresses(Addresses target);

    R host(Host target);
  }

  /**
   * An AWS resource with an alias of its own.
   *
   * @param staticAddresses IPv4 addresses that multivalue answers use instead; may be empty
   */
  record Alias(Value dnsName, Value zoneId, boolean ipv6, List<Address> staticAddresses)
      implements EndpointTarget {
    @Override
    public List<Value> values() {
      return Stream.concat(Stream.of(dnsName), staticAddresses.stream().map(Address::value))
          .toList();
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.alias(this);
    }
  }

  /** Servers by their addresses; one of the lists may be empty. */
  record Addresses(List<Address> ipv4, List<Address> ipv6) implements EndpointTarget {
    List<Address> of(RecordType type) {
      return type == RecordType.A ? ipv4 : type == RecordType.AAAA ? ipv6 : List.of();
    }

    @Override
    public List<Value> values() {
      return Stream.of(ipv4, ipv6).flatMap(List::stream).map(Address::value).toList();
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.addresses(this);
    }
  }

  /** A domain name; its record is a CNAME. */
  record Host(Value name) implements EndpointTarget {
    @Override
    public List<Value> values() {
      return List.of(name);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.host(this);
    }
  }

  /**
   * One address.
   *
   * @param identity distinguishes it from the endpoint's other addresses: the address itself or, if
   *     it is not known yet, its position in the list, counted from 1
   */
  record Address(Value value, String identity) {}
}

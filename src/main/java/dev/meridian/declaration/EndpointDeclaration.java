package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.InvalidValue;
import java.util.List;
import java.util.Optional;

/** Something names can be answered with that is not a region of this file. */
public record EndpointDeclaration(
    String name, Location location, HealthCheckReference healthCheck, SourceLocation at) {

  /** Where the endpoint is. */
  public sealed interface Location {

    /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
    <R> R accept(Cases<R> cases);

    /** One method a kind of endpoint. */
    interface Cases<R> {
      R addresses(Addresses location);

      R host(Host location);

      R resource(Resource location);

      R state(State location);
    }

    /**
     * Servers by their addresses.
     *
     * @param ipv4 canonical, may be empty
     * @param ipv6 canonical, may be empty; one of the two lists is not
     */
    record Addresses(List<String> ipv4, List<String> ipv6) implements Location {
      public Addresses {
        ipv4 = List.copyOf(ipv4);
        ipv6 = List.copyOf(ipv6);
      }

      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.addresses(this);
      }
    }

    /** A domain name outside this zone: a CNAME. */
    record Host(String host) implements Location {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.host(this);
      }
    }

    /**
     * An AWS resource that a record can be an alias to.
     *
     * @param zoneId the canonical hosted zone id of its service and region
     * @param ipv6 whether it also answers AAAA
     */
    record Resource(String dnsName, String zoneId, boolean ipv6) implements Location {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.resource(this);
      }
    }

    /**
     * The outputs of somebody else's Terraform state.
     *
     * @param outputs which of them say where the endpoint is
     */
    record State(StateBackend backend, String stateName, Outputs outputs) implements Location {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.state(this);
      }
    }
  }

  /** Which outputs of a foreign state are read. */
  public sealed interface Outputs {

    /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
    <R> R accept(Cases<R> cases);

    /** One method a form. */
    interface Cases<R> {
      R alias(AliasOutputs outputs);

      R addresses(AddressOutputs outputs);

      R host(HostOutput outputs);
    }

    /** Text outputs with an AWS resource's DNS name and canonical hosted zone id. */
    record AliasOutputs(String dnsName, String zoneId, boolean ipv6) implements Outputs {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.alias(this);
      }
    }

    /**
     * A list output with IPv4 addresses.
     *
     * @param count how many of the list's elements are used, 1..100
     */
    record AddressOutputs(String addresses, int count) implements Outputs {
      private static final int MOST = 100;

      public AddressOutputs {
        checkCount(count);
      }

      public static void checkCount(int count) {
        if (count < 1 || count > MOST) {
          throw new InvalidValue(
              "count " + count + " is outside 1.." + MOST, "write how many addresses the list has");
        }
      }

      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.addresses(this);
      }
    }

    /** A text output with a domain name: a CNAME. */
    record HostOutput(String host) implements Outputs {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.host(this);
      }
    }
  }

  /** The state location, for what needs only foreign states. */
  public Optional<Location.State> state() {
    return location instanceof Location.State found ? Optional.of(found) : Optional.empty();
  }
}

package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.InvalidValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target of names that is not a region of this file.
 *
 * @param was the name that the endpoint had earlier; null if none is known
 */
public record EndpointDeclaration(
    String name,
    Location location,
    HealthCheckReference healthCheck,
    @Nullable EarlierName was,
    SourceLocation at) {

  /** An endpoint without a known earlier name. */
  public EndpointDeclaration(
      String name, Location location, HealthCheckReference healthCheck, SourceLocation at) {
    this(name, location, healthCheck, null, at);
  }

  public Optional<EarlierName> earlierName() {
    return Optional.ofNullable(was);
  }

  /** Where the endpoint is. */
  public sealed interface Location {

    /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
    <R> R accept(Cases<R> cases);

    /** One method per kind of endpoint. */
    interface Cases<R> {
      R addresses(Addresses location);

      R host(Host location);

      R resource(Resource location);

      R state(State location);
    }

    /**
     * Servers, by their addresses. At least one of the lists is not empty.
     *
     * @param ipv4 canonical
     * @param ipv6 canonical (RFC 5952)
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

    /**
     * A host name; its record is a CNAME record.
     *
     * @param host as it was written: the case of letters and a dot at the end have no meaning, but
     *     Terraform changes an adopted record that is spelled differently
     */
    record Host(String host) implements Location {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.host(this);
      }
    }

    /**
     * An AWS resource that supports alias records.
     *
     * @param zoneId the canonical hosted zone ID of its service and region
     * @param ipv6 whether it also answers AAAA queries
     */
    record Resource(String dnsName, String zoneId, boolean ipv6) implements Location {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.resource(this);
      }
    }

    /**
     * Outputs of another team's Terraform state.
     *
     * @param stateName the exact name of the state in its backend
     * @param outputs the outputs that locate the endpoint
     */
    record State(StateBackend backend, String stateName, Outputs outputs) implements Location {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.state(this);
      }
    }
  }

  /** The outputs of another team's state that Meridian reads. */
  public sealed interface Outputs {

    /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
    <R> R accept(Cases<R> cases);

    /** One method per form. */
    interface Cases<R> {
      R alias(AliasOutputs outputs);

      R addresses(AddressOutputs outputs);

      R host(HostOutput outputs);
    }

    /** String outputs with an AWS resource's DNS name and canonical hosted zone ID. */
    record AliasOutputs(String dnsName, String zoneId, boolean ipv6) implements Outputs {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.alias(this);
      }
    }

    /**
     * A list output with IPv4 addresses.
     *
     * @param count how many addresses of the list to use, 1..100
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

    /** A string output with a host name; its record is a CNAME record. */
    record HostOutput(String host) implements Outputs {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.host(this);
      }
    }
  }

  /** The state that locates the endpoint; empty for other kinds of endpoints. */
  public Optional<Location.State> state() {
    return location instanceof Location.State found ? Optional.of(found) : Optional.empty();
  }
}

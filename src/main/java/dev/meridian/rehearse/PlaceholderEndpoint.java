package dev.meridian.rehearse;

import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.EndpointDeclaration.Outputs;
import dev.meridian.declaration.EndpointDeclaration.Outputs.AddressOutputs;
import dev.meridian.declaration.EndpointDeclaration.Outputs.AliasOutputs;
import dev.meridian.declaration.EndpointDeclaration.Outputs.HostOutput;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Replaces the outputs of a state that another team manages, which an emulator does not have, with
 * values of the same kind. Addresses and names are reserved for documentation (RFC 5737, RFC 2606).
 */
record PlaceholderEndpoint(String name) implements Outputs.Cases<Location> {
  /** The hosted zone of the load balancers in us-east-1; an alias needs a real one. */
  private static final String ELB_ZONE = "Z35SXDOTRQ7X7K";

  static EndpointDeclaration of(EndpointDeclaration endpoint) {
    return endpoint
        .state()
        .map(
            state ->
                new EndpointDeclaration(
                    endpoint.name(),
                    state.outputs().accept(new PlaceholderEndpoint(endpoint.name())),
                    endpoint.healthCheck(),
                    endpoint.at()))
        .orElse(endpoint);
  }

  @Override
  public Location alias(AliasOutputs outputs) {
    String dnsName = "stand-in-" + name + "-1.us-east-1.elb.amazonaws.com";
    return new Location.Resource(dnsName, ELB_ZONE, outputs.ipv6());
  }

  @Override
  public Location addresses(AddressOutputs outputs) {
    List<String> addresses =
        IntStream.rangeClosed(1, outputs.count()).mapToObj(n -> "192.0.2." + n).toList();
    return new Location.Addresses(addresses, List.of());
  }

  @Override
  public Location host(HostOutput outputs) {
    return new Location.Host("stand-in-" + name + ".example.org");
  }
}

package dev.meridian.plan;

import dev.meridian.config.Deployment;
import dev.meridian.config.EndpointDeclaration;
import dev.meridian.config.EndpointDeclaration.Location;
import dev.meridian.config.EndpointDeclaration.Outputs;
import dev.meridian.config.EndpointDeclaration.Outputs.AddressOutputs;
import dev.meridian.config.EndpointDeclaration.Outputs.AliasOutputs;
import dev.meridian.config.EndpointDeclaration.Outputs.HostOutput;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.config.RegionOutput;
import dev.meridian.model.Value;
import dev.meridian.plan.Reach.Address;
import dev.meridian.problem.KeyPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Every region and declared endpoint of a deployment by its name. */
final class Endpoints {
  private final Map<String, Endpoint> byName = new HashMap<>();

  Endpoints(Deployment deployment) {
    deployment.regions().values().forEach(region -> add(region(region)));
    deployment.endpoints().values().forEach(endpoint -> add(declared(endpoint)));
  }

  private void add(Endpoint endpoint) {
    byName.put(endpoint.name(), endpoint);
  }

  Optional<Endpoint> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The endpoint of a checked declaration, which leads nowhere only by our own fault. */
  Endpoint get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("the deployment has no endpoint " + name));
  }

  private static Endpoint region(RegionDeclaration region) {
    String code = region.code();
    int addresses = region.site().network().availabilityZones();
    Reach reach =
        new Reach.Alias(
            RegionOutput.ALB_DNS_NAME.of(code),
            RegionOutput.ALB_ZONE_ID.of(code),
            region.site().ipv6(),
            region.site().staticAddresses()
                ? elements(code, RegionOutput.STATIC_ADDRESSES.id(), addresses)
                : List.of());
    return new Endpoint(
        code, reach, region.healthCheck(), new Origin(region.at(), KeyPath.of("regions", code)));
  }

  private static Endpoint declared(EndpointDeclaration endpoint) {
    return new Endpoint(
        endpoint.name(),
        endpoint.location().accept(new Located(endpoint.name())),
        endpoint.healthCheck(),
        new Origin(endpoint.at(), KeyPath.of("endpoints", endpoint.name())));
  }

  private static List<Address> elements(String source, String output, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Address(new Value.ListOutput(source, output, i), Integer.toString(i + 1)))
        .toList();
  }

  private record Located(String name) implements Location.Cases<Reach>, Outputs.Cases<Reach> {
    @Override
    public Reach addresses(Location.Addresses location) {
      return new Reach.Addresses(literals(location.ipv4()), literals(location.ipv6()));
    }

    @Override
    public Reach host(Location.Host location) {
      return new Reach.Host(Value.literal(location.host()));
    }

    @Override
    public Reach resource(Location.Resource location) {
      return new Reach.Alias(
          Value.literal(location.dnsName()),
          Value.literal(location.zoneId()),
          location.ipv6(),
          List.of());
    }

    @Override
    public Reach state(Location.State location) {
      return location.outputs().accept(this);
    }

    @Override
    public Reach alias(AliasOutputs outputs) {
      return new Reach.Alias(
          new Value.Output(name, outputs.dnsName()),
          new Value.Output(name, outputs.zoneId()),
          outputs.ipv6(),
          List.of());
    }

    @Override
    public Reach addresses(AddressOutputs outputs) {
      return new Reach.Addresses(elements(name, outputs.addresses(), outputs.count()), List.of());
    }

    @Override
    public Reach host(HostOutput outputs) {
      return new Reach.Host(new Value.Output(name, outputs.host()));
    }

    private static List<Address> literals(List<String> addresses) {
      return addresses.stream().map(text -> new Address(Value.literal(text), text)).toList();
    }
  }
}

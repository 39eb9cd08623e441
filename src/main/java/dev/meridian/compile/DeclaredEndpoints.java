package dev.meridian.compile;

import dev.meridian.compile.EndpointTarget.Address;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.EndpointDeclaration.Outputs;
import dev.meridian.declaration.EndpointDeclaration.Outputs.AddressOutputs;
import dev.meridian.declaration.EndpointDeclaration.Outputs.AliasOutputs;
import dev.meridian.declaration.EndpointDeclaration.Outputs.HostOutput;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.output.AcceleratorOutput;
import dev.meridian.declaration.output.PrivateOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Every region, accelerator, and declared endpoint of a deployment by its name. */
final class DeclaredEndpoints {
  private final Map<String, CompiledEndpoint> byName = new LinkedHashMap<>();

  DeclaredEndpoints(Deployment deployment) {
    deployment.regions().values().forEach(region -> add(region(region)));
    deployment.accelerators().values().forEach(one -> add(accelerator(one)));
    deployment.endpoints().values().forEach(endpoint -> add(declared(endpoint)));
  }

  private void add(CompiledEndpoint endpoint) {
    byName.put(endpoint.name(), endpoint);
  }

  Optional<CompiledEndpoint> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The endpoint of a checked declaration; if it does not exist, that is a bug in Meridian. */
  CompiledEndpoint get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("the deployment has no endpoint " + name));
  }

  /** The values that answers contain for each endpoint, in declared order. */
  Map<String, List<Value>> values() {
    Map<String, List<Value>> values = new LinkedHashMap<>();
    byName.forEach((name, endpoint) -> values.put(name, endpoint.target().values()));
    return values;
  }

  private static CompiledEndpoint region(RegionDeclaration region) {
    if (region.scheme() == RegionDeclaration.Scheme.INTERNAL) {
      return internal(region);
    }
    String code = region.code();
    int addresses = region.site().network().availabilityZones();
    EndpointTarget target =
        new EndpointTarget.Alias(
            RegionOutput.ALB_DNS_NAME.of(code),
            RegionOutput.ALB_ZONE_ID.of(code),
            region.site().ipv6(),
            region.site().staticAddresses()
                ? elements(code, RegionOutput.STATIC_ADDRESSES.id(), addresses)
                : List.of());
    return new CompiledEndpoint(
        code,
        CompiledEndpoint.Kind.REGION,
        target,
        region.healthCheck(),
        List.of(),
        new Origin(region.at(), KeyPath.of("regions", code)));
  }

  /** An internal load balancer has private IPv4 addresses only, which change. */
  private static CompiledEndpoint internal(RegionDeclaration region) {
    String code = region.code();
    EndpointTarget target =
        new EndpointTarget.Alias(
            PrivateOutput.DNS_NAME.of(code), PrivateOutput.ZONE_ID.of(code), false, List.of());
    return new CompiledEndpoint(
        code,
        CompiledEndpoint.Kind.REGION,
        target,
        region.healthCheck(),
        List.of(),
        new Origin(region.at(), KeyPath.of("private", "regions", code)));
  }

  /** The DNS name and the addresses are outputs of the accelerator's own stack. */
  private static CompiledEndpoint accelerator(AcceleratorDeclaration accelerator) {
    String name = accelerator.name();
    EndpointTarget target =
        new EndpointTarget.Alias(
            AcceleratorOutput.DNS_NAME.of(name),
            Value.literal(RecordData.ResourceAlias.GLOBAL_ACCELERATOR_ZONE_ID),
            accelerator.dualStack(),
            elements(
                name,
                AcceleratorOutput.STATIC_ADDRESSES.id(),
                AcceleratorDeclaration.STATIC_ADDRESSES));
    return new CompiledEndpoint(
        name,
        CompiledEndpoint.Kind.ACCELERATOR,
        target,
        accelerator.healthCheck(),
        List.of(),
        new Origin(accelerator.at(), KeyPath.of("accelerators", name)));
  }

  private static CompiledEndpoint declared(EndpointDeclaration endpoint) {
    return new CompiledEndpoint(
        endpoint.name(),
        CompiledEndpoint.Kind.OTHER,
        endpoint.location().accept(new Located(endpoint.name())),
        endpoint.healthCheck(),
        endpoint.earlierName().map(EarlierName::text).stream().toList(),
        new Origin(endpoint.at(), KeyPath.of("endpoints", endpoint.name())));
  }

  private static List<Address> elements(String source, String output, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Address(new Value.ListOutput(source, output, i), Integer.toString(i + 1)))
        .toList();
  }

  private record Located(String name)
      implements Location.Cases<EndpointTarget>, Outputs.Cases<EndpointTarget> {
    @Override
    public EndpointTarget addresses(Location.Addresses location) {
      return new EndpointTarget.Addresses(literals(location.ipv4()), literals(location.ipv6()));
    }

    @Override
    public EndpointTarget host(Location.Host location) {
      return new EndpointTarget.Host(
          Value.literal(new DnsName(location.host()).text(), location.host()));
    }

    @Override
    public EndpointTarget resource(Location.Resource location) {
      return new EndpointTarget.Alias(
          Value.literal(location.dnsName()),
          Value.literal(location.zoneId()),
          location.ipv6(),
          List.of());
    }

    @Override
    public EndpointTarget state(Location.State location) {
      return location.outputs().accept(this);
    }

    @Override
    public EndpointTarget alias(AliasOutputs outputs) {
      return new EndpointTarget.Alias(
          new Value.Output(name, outputs.dnsName()),
          new Value.Output(name, outputs.zoneId()),
          outputs.ipv6(),
          List.of());
    }

    @Override
    public EndpointTarget addresses(AddressOutputs outputs) {
      return new EndpointTarget.Addresses(
          elements(name, outputs.addresses(), outputs.count()), List.of());
    }

    @Override
    public EndpointTarget host(HostOutput outputs) {
      return new EndpointTarget.Host(new Value.Output(name, outputs.host()));
    }

    private static List<Address> literals(List<String> addresses) {
      return addresses.stream().map(text -> new Address(Value.literal(text), text)).toList();
    }
  }
}

package dev.meridian.compile;

import dev.meridian.compile.EndpointTarget.Address;
import dev.meridian.declaration.HealthCheckDeclaration.Kind.Probe;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Value;
import org.jspecify.annotations.Nullable;

/** Combines a declared probe with the destination that it connects to. */
final class ProbeTarget {

  private ProbeTarget() {}

  /** Whether the probe has a destination of its own, wherever it is used. */
  static boolean isOwn(Probe probe) {
    return probe.host() != null || probe.address() != null;
  }

  /** The probe's own host or address. */
  static HealthCheckConfig own(Probe probe) {
    return config(probe, new Destination(literal(probe.address()), literal(probe.host())));
  }

  /** The endpoint's destination; for an address, the probe's host is the Host header. */
  static HealthCheckConfig of(Probe probe, CompiledEndpoint endpoint, @Nullable Address address) {
    return config(
        probe,
        endpoint
            .target()
            .accept(
                new EndpointTarget.Cases<Destination>() {
                  @Override
                  public Destination alias(EndpointTarget.Alias target) {
                    return new Destination(null, target.dnsName());
                  }

                  @Override
                  public Destination addresses(EndpointTarget.Addresses target) {
                    Value value = address == null ? null : address.value();
                    return new Destination(value, literal(probe.host()));
                  }

                  @Override
                  public Destination host(EndpointTarget.Host target) {
                    return new Destination(null, plain(target.name()));
                  }
                }));
  }

  /** How a CNAME record spells the host does not matter to its health check. */
  private static Value plain(Value host) {
    return host instanceof Value.Literal known ? Value.literal(known.text()) : host;
  }

  private static HealthCheckConfig config(Probe probe, Destination destination) {
    Boolean sni = probe.sni();
    return new HealthCheckConfig.Endpoint(
        probe.protocol(),
        destination,
        probe.port(),
        probe.path(),
        probe.searchString(),
        probe.probing(),
        sni == null ? probe.protocol() == Protocol.HTTPS : sni);
  }

  private static @Nullable Value literal(@Nullable String text) {
    return text == null ? null : Value.literal(text);
  }
}

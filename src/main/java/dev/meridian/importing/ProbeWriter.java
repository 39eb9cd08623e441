package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Probing;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes health checks that probe an endpoint, for a declaration. */
final class ProbeWriter {
  private static final String DEFAULT_PATH = "/health"; // docs/declaration.md, health-check

  private ProbeWriter() {}

  /** The check without the address: what checks of several addresses have in common. */
  static Optional<HealthCheck> form(HealthCheck check) {
    if (!(check.config() instanceof HealthCheckConfig.Endpoint config)
        || config.destination().address().isEmpty()) {
      return Optional.empty();
    }
    Destination any = new Destination(Value.literal("192.0.2.1"), config.destination().host());
    return Optional.of(new HealthCheck("", with(config, any), check.inverted(), check.disabled()));
  }

  static HealthCheckConfig.Endpoint with(
      HealthCheckConfig.Endpoint config, Destination destination) {
    return config.at(destination);
  }

  /** Whether the check probes the address. */
  static boolean probes(HealthCheck check, String address) {
    return check.config() instanceof HealthCheckConfig.Endpoint config
        && config
            .destination()
            .address()
            .filter(value -> value.toString().equals(address))
            .isPresent();
  }

  /**
   * Whether the check would probe the same target if it were written at an endpoint with this
   * location.
   */
  static boolean probes(HealthCheck check, Location location) {
    return location.accept(
        new Location.Cases<>() {
          @Override
          public Boolean addresses(Location.Addresses some) {
            List<String> all = ProbeWriter.addresses(some);
            return all.size() == 1 && probes(check, all.get(0));
          }

          @Override
          public Boolean host(Location.Host host) {
            return probesHost(check, host.host());
          }

          @Override
          public Boolean resource(Location.Resource resource) {
            return probesHost(check, resource.dnsName());
          }

          @Override
          public Boolean state(Location.State state) {
            return false;
          }
        });
  }

  private static boolean probesHost(HealthCheck check, String name) {
    return check.config() instanceof HealthCheckConfig.Endpoint config
        && config.destination().address().isEmpty()
        && DnsName.of(Value.literal(name))
            .map(host -> Value.literal(host.text()))
            .equals(config.destination().hostName());
  }

  static List<String> addresses(Location.Addresses some) {
    return Stream.concat(some.ipv4().stream(), some.ipv6().stream()).toList();
  }

  /** Writes the check with its address and host. */
  static YamlWriter.Mapping explicit(HealthCheckConfig.Endpoint config, HealthCheck check) {
    return probe(
        config,
        check,
        config.destination().address().map(Value::toString).orElse(null),
        config.destination().hostName().map(Value::toString).orElse(null));
  }

  /** Writes the check without what its endpoint already specifies. */
  static YamlWriter.Mapping implicit(HealthCheckConfig.Endpoint config, HealthCheck check) {
    boolean header = config.destination().address().isPresent();
    return probe(
        config,
        check,
        null,
        header ? config.destination().hostName().map(Value::toString).orElse(null) : null);
  }

  private static YamlWriter.Mapping probe(
      HealthCheckConfig.Endpoint config,
      HealthCheck check,
      @Nullable String address,
      @Nullable String host) {
    YamlWriter.Mapping probe = new YamlWriter.Mapping().put("protocol", config.protocol().name());
    if (address != null) {
      probe.put("address", address);
    }
    if (host != null) {
      probe.put("host", host);
    }
    if (config.port() != config.protocol().defaultPort().orElse(0)) {
      probe.put("port", config.port());
    }
    config.resourcePath().filter(p -> !p.equals(DEFAULT_PATH)).ifPresent(p -> probe.put("path", p));
    config.search().ifPresent(search -> probe.put("search", search));
    timing(probe, config.probing());
    if (config.sni() != (config.protocol() == Protocol.HTTPS)) {
      probe.put("sni", config.sni());
    }
    return flags(probe, check);
  }

  private static void timing(YamlWriter.Mapping probe, Probing probing) {
    if (probing.interval() != Probing.STANDARD) {
      probe.put("interval", probing.interval());
    }
    if (probing.failureThreshold() != Probing.DEFAULT_THRESHOLD) {
      probe.put("failure-threshold", probing.failureThreshold());
    }
    if (!probing.regions().isEmpty()) {
      probe.put(
          "regions", YamlWriter.Seq.of(probing.regions().stream().map(r -> r.code()).toList()));
    }
    if (probing.measureLatency()) {
      probe.put("measure-latency", true);
    }
  }

  static YamlWriter.Mapping flags(YamlWriter.Mapping check, HealthCheck of) {
    if (of.inverted()) {
      check.put("inverted", true);
    }
    if (of.disabled()) {
      check.put("disabled", true);
    }
    return check;
  }
}

package dev.meridian.declaration.reader.health;

import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.value.HostNameReader;
import dev.meridian.declaration.value.IpAddressReader;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.CheckerRegion;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheckConfig.Endpoint;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Probing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a probe. The model checks each value separately, so that each problem has its location. */
public final class ProbeReader {
  private static final String DEFAULT_PATH = "/health";
  private static final Probing STANDARD =
      new Probing(Probing.STANDARD, Probing.DEFAULT_THRESHOLD, Set.of(), false);

  /** A placeholder for the missing port of a TCP check. The problem has been reported. */
  private static final int TCP_PORT = 443;

  private final YamlMapping probe;
  private final Protocol protocol;

  private ProbeReader(YamlMapping probe) {
    this.probe = probe;
    this.protocol = probe.get("protocol").flatMap(ProbeReader::protocol).orElse(Protocol.HTTP);
  }

  /** The default health check: HTTP, port 80, {@code /health}. */
  public static HealthCheckReference standard() {
    Kind kind = new Kind.Probe(Protocol.HTTP, null, null, 80, DEFAULT_PATH, null, STANDARD, null);
    SourceLocation nowhere = SourceLocation.wholeFile("default");
    return new HealthCheckReference.Inline(new HealthCheckDeclaration(kind, false, false, nowhere));
  }

  static HealthCheckDeclaration read(YamlMapping probe) {
    Kind kind = new ProbeReader(probe).kind();
    boolean inverted = probe.flag("inverted", false);
    boolean disabled = probe.flag("disabled", false);
    String name = HealthChecksReader.name(probe).orElse(null);
    EarlierName was = HealthChecksReader.was(probe).orElse(null);
    return new HealthCheckDeclaration(kind, name, inverted, disabled, was, probe.whole().at());
  }

  /** Whether the check is a probe without a host or an address of its own. */
  public static boolean needsEndpoint(Kind kind) {
    return kind instanceof Kind.Probe probe && probe.host() == null && probe.address() == null;
  }

  private Kind kind() {
    @Nullable String address = probe.get("address").flatMap(this::address).orElse(null);
    @Nullable String host = probe.get("host").flatMap(this::host).orElse(null);
    return new Kind.Probe(
        protocol, address, host, port(), path(), search(), probing(), sni().orElse(null));
  }

  private static Optional<Protocol> protocol(YamlNode value) {
    return Suggestions.read(
        value,
        Protocol.values(),
        Protocol::name,
        "Route 53 does not probe with the protocol \"%s\"");
  }

  private int port() {
    Optional<Integer> usual = protocol.defaultPort();
    if (usual.isEmpty() && !probe.has("port")) {
      probe.whole().report("a TCP health check needs a port", "write port: 443");
    }
    return probe.integer("port", usual.orElse(TCP_PORT), Endpoint::checkPort);
  }

  private @Nullable String path() {
    Optional<String> written =
        probe
            .get("path")
            .flatMap(
                value ->
                    value
                        .text()
                        .flatMap(path -> value.make(() -> Endpoint.checkedPath(protocol, path))));
    return written.orElse(protocol == Protocol.TCP ? null : DEFAULT_PATH);
  }

  private @Nullable String search() {
    return probe
        .get("search")
        .flatMap(
            value ->
                value
                    .lines()
                    .flatMap(s -> value.checked(s, text -> Endpoint.checkSearch(protocol, text))))
        .orElse(null);
  }

  private Optional<Boolean> sni() {
    return probe
        .get("sni")
        .flatMap(
            value ->
                value
                    .flag()
                    .flatMap(on -> value.checked(on, sni -> Endpoint.checkSni(protocol, sni))));
  }

  private Optional<String> address(YamlNode value) {
    return IpAddressReader.read(value).flatMap(ip -> value.checked(ip, Destination::checkAddress));
  }

  private Optional<String> host(YamlNode value) {
    Optional<String> host = HostNameReader.read(value);
    if (host.isPresent() && protocol == Protocol.TCP && probe.has("address")) {
      return value.refuse(
          "a TCP health check of an address does not send a host name", "remove host, or use HTTP");
    }
    return host;
  }

  private Probing probing() {
    int interval = probe.integer("interval", Probing.STANDARD, Probing::checkInterval);
    int threshold =
        probe.integer(
            "failure-threshold", Probing.DEFAULT_THRESHOLD, Probing::checkFailureThreshold);
    Set<CheckerRegion> regions = probe.get("regions").map(ProbeReader::regions).orElse(Set.of());
    return new Probing(interval, threshold, regions, probe.flag("measure-latency", false));
  }

  private static Set<CheckerRegion> regions(YamlNode list) {
    Set<CheckerRegion> regions = new TreeSet<>();
    List<YamlNode> items = list.items();
    for (YamlNode item : items) {
      Optional<CheckerRegion> region = checker(item);
      if (region.isPresent() && !regions.add(region.get())) {
        item.report("duplicate region " + region.get().code(), "remove one");
      }
    }
    // If an item is unknown or a duplicate, that is reported already; don't count the rest.
    return regions.size() < items.size()
        ? Set.of()
        : list.checked(regions, Probing::checkRegions).orElse(Set.of());
  }

  private static Optional<CheckerRegion> checker(YamlNode item) {
    return Suggestions.read(
        item,
        CheckerRegion.values(),
        CheckerRegion::code,
        "Route 53 has no health checkers in \"%s\"");
  }
}

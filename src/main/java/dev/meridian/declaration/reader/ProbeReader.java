package dev.meridian.declaration.reader;

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
import dev.meridian.model.HealthCheckConfig.Probing;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a probe. Each value goes into the model's record by itself, beside harmless ones, so that
 * what the model refuses is told at that value's place.
 */
final class ProbeReader {
  private static final String DEFAULT_PATH = "/health";
  private static final Probing STANDARD =
      new Probing(Probing.STANDARD, Probing.DEFAULT_THRESHOLD, Set.of(), false);
  private static final Destination ANYWHERE =
      new Destination(null, Value.literal("www.example.com"));
  private static final int ANY_PORT = 443;

  private final YamlMapping probe;
  private final Protocol protocol;

  private ProbeReader(YamlMapping probe) {
    this.probe = probe;
    this.protocol = probe.get("protocol").flatMap(ProbeReader::protocol).orElse(Protocol.HTTP);
  }

  /** The check where a file says nothing: the recipe's. */
  static HealthCheckReference standard() {
    Kind kind = new Kind.Probe(Protocol.HTTP, null, null, 80, DEFAULT_PATH, null, STANDARD, null);
    SourceLocation nowhere = SourceLocation.wholeFile("default");
    return new HealthCheckReference.Inline(new HealthCheckDeclaration(kind, false, false, nowhere));
  }

  static HealthCheckDeclaration read(YamlMapping probe) {
    Kind kind = new ProbeReader(probe).kind();
    boolean inverted = probe.flag("inverted", false);
    boolean disabled = probe.flag("disabled", false);
    return new HealthCheckDeclaration(kind, inverted, disabled, probe.whole().at());
  }

  private Kind kind() {
    @Nullable String address = probe.get("address").flatMap(this::address).orElse(null);
    @Nullable String host = probe.get("host").flatMap(this::host).orElse(null);
    return new Kind.Probe(
        protocol, address, host, port(), path(), search(), probing(), sni().orElse(null));
  }

  private static Optional<Protocol> protocol(YamlNode value) {
    return Suggestions.read(
        value, Protocol.values(), Protocol::name, "Route 53 probes with no protocol \"%s\"");
  }

  private int port() {
    Optional<Integer> usual = protocol.defaultPort();
    if (usual.isEmpty() && !probe.has("port")) {
      probe.whole().problem("a TCP health check needs a port", "write port: 443");
    }
    return probe.integer("port", usual.orElse(ANY_PORT), port -> trial(port, null, null, false));
  }

  private @Nullable String path() {
    Optional<String> written =
        probe
            .get("path")
            .flatMap(value -> value.text().flatMap(path -> value.make(() -> trialPath(path))));
    return written.orElse(protocol == Protocol.TCP ? null : DEFAULT_PATH);
  }

  private String trialPath(String path) {
    return trial(ANY_PORT, path, null, false).resourcePath().orElse(path);
  }

  private @Nullable String search() {
    return probe
        .get("search")
        .flatMap(
            value ->
                value
                    .lines()
                    .flatMap(s -> value.make(() -> trial(ANY_PORT, null, s, false).search())))
        .flatMap(search -> search)
        .orElse(null);
  }

  private Optional<Boolean> sni() {
    return probe
        .get("sni")
        .flatMap(
            value ->
                value
                    .flag()
                    .filter(on -> value.make(() -> trial(ANY_PORT, null, null, on)).isPresent()));
  }

  private Endpoint trial(int port, @Nullable String path, @Nullable String search, boolean sni) {
    return new Endpoint(protocol, ANYWHERE, port, path, search, STANDARD, sni);
  }

  private Optional<String> address(YamlNode value) {
    return IpAddressReader.read(value)
        .filter(ip -> value.make(() -> new Destination(Value.literal(ip), null)).isPresent());
  }

  private Optional<String> host(YamlNode value) {
    Optional<String> host = HostNameReader.read(value);
    if (host.isPresent() && protocol == Protocol.TCP && probe.has("address")) {
      return value.refuse(
          "a TCP health check of an address sends no host", "remove host, or use HTTP");
    }
    return host;
  }

  private Probing probing() {
    int interval =
        probe.integer("interval", Probing.STANDARD, n -> new Probing(n, 3, Set.of(), false));
    int threshold =
        probe.integer(
            "failure-threshold",
            Probing.DEFAULT_THRESHOLD,
            n -> new Probing(Probing.STANDARD, n, Set.of(), false));
    Set<CheckerRegion> regions = probe.get("regions").map(ProbeReader::regions).orElse(Set.of());
    return new Probing(interval, threshold, regions, probe.flag("measure-latency", false));
  }

  private static Set<CheckerRegion> regions(YamlNode list) {
    Set<CheckerRegion> regions = new TreeSet<>();
    List<YamlNode> items = list.items();
    for (YamlNode item : items) {
      Optional<CheckerRegion> region = checker(item);
      if (region.isPresent() && !regions.add(region.get())) {
        item.problem(region.get().code() + " stands twice", "remove the double");
      }
    }
    // An unknown or doubled region has been told: fewer than three would only be its consequence.
    return regions.size() < items.size()
        ? Set.of()
        : list.make(() -> new Probing(30, 3, regions, false).regions()).orElse(Set.of());
  }

  private static Optional<CheckerRegion> checker(YamlNode item) {
    return Suggestions.read(
        item,
        CheckerRegion.values(),
        CheckerRegion::code,
        "Route 53 has no health checkers in \"%s\"");
  }
}

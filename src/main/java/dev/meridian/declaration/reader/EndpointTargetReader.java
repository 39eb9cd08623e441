package dev.meridian.declaration.reader;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.EndpointDeclaration.Outputs;
import dev.meridian.declaration.reader.state.StateBackendReader;
import dev.meridian.declaration.value.HostNameReader;
import dev.meridian.declaration.value.IpAddressReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads where an endpoint is: exactly one of addresses, host, alias, and state. */
final class EndpointTargetReader {
  private static final List<String> KINDS = List.of("addresses", "host", "alias", "state");

  private EndpointTargetReader() {}

  static Optional<Location> read(YamlMapping endpoint) {
    List<String> kinds = KINDS.stream().filter(endpoint::has).toList();
    if (kinds.isEmpty() && endpoint.meant(KINDS)) {
      return Optional.empty();
    }
    if (kinds.size() != 1) {
      String what =
          kinds.isEmpty()
              ? "the endpoint has no location"
              : "the endpoint has " + String.join(" and ", kinds);
      return endpoint.whole().refuse(what, "write exactly one of " + String.join(", ", KINDS));
    }
    Optional<YamlNode> outputs = endpoint.get("outputs");
    if (outputs.isPresent() && !endpoint.has("state")) {
      outputs.get().report("outputs need a state", "add state, or remove outputs");
    }
    YamlNode value = endpoint.get(kinds.get(0)).orElseThrow();
    return switch (kinds.get(0)) {
      case "addresses" -> addresses(value);
      case "host" ->
          HostNameReader.read(value).flatMap(name -> value.text()).map(Location.Host::new);
      case "alias" -> value.mapping(AllowedKeys.ALIAS).flatMap(EndpointTargetReader::alias);
      default -> state(endpoint, value);
    };
  }

  private static Optional<Location> addresses(YamlNode list) {
    Set<String> all = new LinkedHashSet<>();
    List<YamlNode> items = list.items();
    for (YamlNode item : items) {
      Optional<String> address = IpAddressReader.read(item);
      if (address.isPresent() && !all.add(address.get())) {
        item.report("duplicate address " + address.get(), "remove one");
      }
    }
    if (list.isList() && items.isEmpty()) {
      list.report("the endpoint has no addresses", "add one, such as [203.0.113.7]");
    }
    return Optional.of(
        new Location.Addresses(
            all.stream().filter(address -> !IpAddressReader.isIpv6(address)).toList(),
            all.stream().filter(IpAddressReader::isIpv6).toList()));
  }

  private static Optional<Location> alias(YamlMapping alias) {
    Optional<String> name =
        alias.require("dns-name", "lb-1.eu-west-1.elb.amazonaws.com").flatMap(HostNameReader::read);
    Optional<String> zone = alias.require("zone-id", "Z32O12XQLNTSW2").flatMap(ZoneReader::id);
    boolean ipv6 = alias.flag("ipv6", false);
    return name.flatMap(n -> zone.map(z -> new Location.Resource(n, z, ipv6)));
  }

  private static Optional<Location> state(YamlMapping endpoint, YamlNode state) {
    Optional<YamlNode> outputs = endpoint.require("outputs", "{host: public_name}");
    Optional<Outputs> read = outputs.flatMap(EndpointOutputsReader::read);
    // Read the state in any case, to report its problems together with those of the outputs.
    Outputs any = read.orElse(new Outputs.HostOutput("any"));
    return StateBackendReader.foreign(state, any).map(location -> location);
  }
}

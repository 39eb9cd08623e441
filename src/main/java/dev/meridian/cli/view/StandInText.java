package dev.meridian.cli.view;

import dev.meridian.cli.option.EndpointNames;
import dev.meridian.model.RecordType;
import dev.meridian.serve.StandIns;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The stand-in addresses of endpoints. */
public final class StandInText {
  private StandInText() {}

  /** A sentence and a table; empty if no endpoint needs a stand-in. */
  public static List<String> lines(StandIns standIns, EndpointNames names) {
    if (standIns.byEndpoint().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("These addresses are known only after deployment, so the answers have stand-ins:");
    TextTable table = new TextTable("endpoint", "addresses");
    standIns
        .byEndpoint()
        .forEach((endpoint, addresses) -> table.row(names.shown(endpoint), text(addresses)));
    lines.addAll(table.lines());
    return lines;
  }

  private static String text(SortedMap<RecordType, List<InetAddress>> addresses) {
    return addresses.values().stream()
        .flatMap(List::stream)
        .map(address -> new IPAddressGenerator().from(address).toCompressedString())
        .collect(Collectors.joining(", "));
  }

  /** The endpoints, as people call them. */
  public static String names(SortedSet<String> endpoints, EndpointNames names) {
    return endpoints.stream().map(names::shown).collect(Collectors.joining(", "));
  }
}

package dev.meridian.cli.view;

import dev.meridian.cli.option.EndpointNames;
import dev.meridian.serve.StandIns;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The stand-in addresses of endpoints. */
public final class StandInText {
  private StandInText() {}

  /** A sentence and a table; empty if no endpoint needs a stand-in. */
  public static List<String> lines(StandIns standIns, EndpointNames names) {
    if (standIns.ipv4().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("These addresses are known only after deployment, so the answers have stand-ins:");
    TextTable table = new TextTable("endpoint", "A", "AAAA");
    standIns
        .ipv4()
        .forEach(
            (endpoint, address) ->
                table.row(
                    names.shown(endpoint), address.getHostAddress(), text(standIns, endpoint)));
    lines.addAll(table.lines());
    return lines;
  }

  private static String text(StandIns standIns, String endpoint) {
    byte[] bytes = standIns.ipv6().get(endpoint).getAddress();
    return new inet.ipaddr.ipv6.IPv6Address(bytes).toCompressedString();
  }

  /** The endpoints, as people call them. */
  public static String names(SortedSet<String> endpoints, EndpointNames names) {
    return endpoints.stream().map(names::shown).collect(Collectors.joining(", "));
  }
}

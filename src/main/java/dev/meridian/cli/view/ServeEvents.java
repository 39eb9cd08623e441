package dev.meridian.cli.view;

import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.ServedProbes;
import dev.meridian.probe.Probed;
import dev.meridian.resolve.Outage;
import dev.meridian.serve.StandIns;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server prints while it runs: lines for people, or an object in each line. */
public record ServeEvents(QueryContext context, PrintWriter out, Clock clock, boolean json) {

  /** The server can be asked from now on. */
  public void serving(
      InetSocketAddress address, Outage outage, StandIns standIns, ServedProbes.Probing probing) {
    String at = text(address);
    if (json) {
      Map<String, List<String>> addresses = new LinkedHashMap<>();
      standIns
          .byEndpoint()
          .forEach(
              (endpoint, byType) ->
                  addresses.put(
                      context.names().shown(endpoint),
                      byType.values().stream()
                          .flatMap(List::stream)
                          .map(InetAddress::getHostAddress)
                          .toList()));
      print(
          event("serving")
              .with("zone", context.plan().zone().text())
              .with("address", at)
              .with("down", names(outage))
              .with("stand-ins", addresses)
              .with("probed", probing.size())
              .with("not-probed", List.copyOf(probing.left())));
      return;
    }
    out.println("Serving " + context.plan().zone() + " on " + at + " (UDP and TCP)");
    if (!outage.isEmpty()) {
      out.println(context.text(outage));
    }
    StandInText.lines(standIns, context.names()).forEach(out::println);
    if (probing.size() > 0) {
      out.println("Probing " + Count.of(probing.size(), "health check") + ".");
    }
    if (!probing.left().isEmpty()) {
      out.println(
          "Not probed, because the address is known only after deployment (see --address): "
              + String.join(", ", probing.left()));
    }
    out.flush();
  }

  /** Something else is down now, because a file says so. */
  public void down(Outage outage) {
    if (json) {
      print(event("down").with("down", names(outage)));
    } else {
      out.println("From now on: " + context.text(outage));
      out.flush();
    }
  }

  /** A probe; printed if the status of its health check changed. */
  public void probed(Probed probed) {
    if (!probed.changed()) {
      return;
    }
    if (json) {
      print(
          event("probes")
              .with("health-check", probed.healthCheck())
              .with("healthy", probed.healthy())
              .with("healthy-checkers", probed.healthyCheckers())
              .with("checkers", probed.checkers())
              .with("last", probed.result().words()));
    } else {
      out.println(
          LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS)
              + " the probes of health check "
              + probed.healthCheck()
              + (probed.healthy() ? " pass" : " fail")
              + ": "
              + probed.healthyCheckers()
              + " of "
              + probed.checkers()
              + " checkers say healthy ("
              + probed.result().words()
              + ")");
      out.flush();
    }
  }

  private JsonObject event(String name) {
    return new JsonObject()
        .with("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
        .with("event", name);
  }

  private void print(JsonObject event) {
    out.println(JsonText.line(event.map()));
    out.flush();
  }

  private List<String> names(Outage outage) {
    List<String> all =
        new ArrayList<>(outage.endpoints().stream().map(context.names()::shown).toList());
    all.addAll(outage.healthChecks());
    return all;
  }

  private static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
  }
}

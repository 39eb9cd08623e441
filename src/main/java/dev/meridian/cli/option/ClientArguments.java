package dev.meridian.cli.option;

import dev.meridian.declaration.DeclaredClient;
import dev.meridian.declaration.value.ClientReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.AzLocation;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import dev.meridian.resolve.client.ClientZone;
import dev.meridian.resolve.client.GeoPoint;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts declared clients to what Route 53 knows about them. */
public final class ClientArguments {
  private static final String US = "US";

  private final Map<String, Map<String, Double>> latencies;

  /**
   * @param latencies measured milliseconds by country or state and AWS region
   */
  ClientArguments(Map<String, Map<String, Double>> latencies) {
    this.latencies = latencies;
  }

  /** The clients in the value of an option. */
  public static List<DeclaredClient> read(String option, List<String> words) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    List<DeclaredClient> clients = new ArrayList<>();
    words.forEach(word -> ClientReader.read(option, word, problems::add).ifPresent(clients::add));
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return clients;
  }

  public Client client(DeclaredClient declared) {
    Client client =
        zone(declared)
            .map(ClientLocator::inZone)
            .or(() -> declared.awsRegion().map(ClientLocator::inVpc))
            .orElse(Client.UNKNOWN);
    if (declared.location() != null) {
      client = ClientLocator.at(client, declared.location()).withLatencies(measured(declared));
    }
    if (declared.point() != null) {
      DeclaredClient.Point point = declared.point();
      client = client.withPlace(new GeoPoint(point.latitude(), point.longitude()));
    }
    return declared.address() == null
        ? client
        : client.withAddress(new IPAddressString(declared.address()).getAddress());
  }

  private static Optional<ClientZone> zone(DeclaredClient declared) {
    if (declared.zone() != null) {
      return Optional.of(ClientZone.of(declared.zone(), declared.zoneGroup()));
    }
    return Optional.ofNullable(declared.zoneGroup())
        .map(group -> ClientZone.in(new AzLocation.ZoneGroup(group)));
  }

  /** A state without a row of its own has the row of its country. */
  private Map<String, Double> measured(DeclaredClient declared) {
    String code = declared.country().orElseThrow().code();
    Map<String, Double> country =
        code.startsWith(US) ? latencies.getOrDefault(US, Map.of()) : Map.of();
    return latencies.getOrDefault(code, country);
  }
}

package dev.meridian.cli.option;

import dev.meridian.declaration.DeclaredClient;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.resolve.client.Client;
import dev.meridian.serve.ClientSource;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who asks a server: {@code --clients}, {@code --geoip}, and {@code --client}. */
public final class ServedClients {
  private static final int IPV4 = 24;
  private static final int IPV6 = 48;
  private static final String OPTION = "--client";

  @Option(
      names = "--clients",
      paramLabel = "FILE",
      description =
          "Who asks from which addresses, as CSV: a block and a client in each line, such as"
              + " 198.51.100.0/24,DE. The longest block counts.")
  private @Nullable Path file;

  @Option(
      names = "--geoip",
      paramLabel = "FILE",
      description =
          "Who asks from all other addresses: a GeoIP database in MaxMind's format (.mmdb) with"
              + " countries, such as GeoLite2-City.")
  private @Nullable Path geoIp;

  @Option(
      names = OPTION,
      paramLabel = "CLIENT",
      defaultValue = "unmapped",
      description = "Everybody else, in the notation of --from (default: ${DEFAULT-VALUE}).")
  private String otherwise;

  @Mixin private LatencyOption latency;

  /**
   * The clients.
   *
   * @param zone the zone that they ask, which can say who cannot ask it
   * @throws BadInput with every problem of the files and the options
   */
  public ClientSource clients(LoadedPlan zone) throws BadInput {
    ClientArguments arguments = latency.clients();
    List<Diagnostic> problems = new ArrayList<>();
    DeclaredClient declared = ClientArguments.read(OPTION, List.of(otherwise)).get(0);
    Client rest = arguments.client(declared);
    zone.refused(SourceLocation.wholeFile(OPTION), declared, rest).ifPresent(problems::add);
    Map<IPAddress, Client> blocks = Map.of();
    try {
      blocks = file == null ? blocks : ClientsFile.read(file, arguments, zone);
    } catch (BadInput bad) {
      problems.addAll(bad.problems());
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return new Source(blocks, geoIp == null ? null : GeoIpDatabase.read(geoIp, arguments), rest);
  }

  /** Looks up the longest block that contains an address, and then the database. */
  private static final class Source implements ClientSource {
    private final Map<IPAddress, Client> blocks;
    private final @Nullable GeoIpDatabase geoIp;
    private final Client otherwise;
    private final SortedSet<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());
    private final IPAddressGenerator generator = new IPAddressGenerator();

    Source(Map<IPAddress, Client> blocks, @Nullable GeoIpDatabase geoIp, Client otherwise) {
      this.blocks = new HashMap<>(blocks);
      this.geoIp = geoIp;
      this.otherwise = otherwise;
      blocks.keySet().forEach(block -> lengths.add(block.getNetworkPrefixLength()));
    }

    @Override
    public Located locate(InetAddress address, int prefix) {
      IPAddress whole = generator.from(address);
      int most = Math.min(prefix, whole.isIPv4() ? IPV4 : IPV6);
      // Blocks of CIDR collections are not longer, so all of the subnet is in the same ones.
      IPAddress subnet = whole.toPrefixBlock(most);
      for (int length : lengths) {
        Client found = length <= prefix ? blocks.get(whole.toPrefixBlock(length)) : null;
        if (found != null) {
          return new Located(withAddress(found, subnet), Math.max(length, most));
        }
      }
      if (geoIp == null) {
        return new Located(rest(address, subnet), most);
      }
      GeoIpDatabase.Found found = geoIp.find(address);
      // All of a block that is as long as the longest of --clients is in the same ones.
      int decides = Math.max(found.prefix(), lengths.isEmpty() ? 0 : lengths.first());
      return new Located(
          found
              .client()
              .map(client -> withAddress(client, subnet))
              .orElseGet(() -> rest(address, subnet)),
          Math.min(decides, most));
    }

    private Client rest(InetAddress address, IPAddress subnet) {
      return address.isLoopbackAddress() ? otherwise : withAddress(otherwise, subnet);
    }

    /** A client that is declared with an address keeps it. */
    private static Client withAddress(Client client, IPAddress subnet) {
      return client.address() == null ? client.withAddress(subnet) : client;
    }
  }
}

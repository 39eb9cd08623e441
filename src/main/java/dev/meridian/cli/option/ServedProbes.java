package dev.meridian.cli.option;

import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import dev.meridian.probe.Pace;
import dev.meridian.probe.ProbeMonitor;
import dev.meridian.probe.ProbeMonitor.Monitored;
import dev.meridian.probe.Probed;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.client.Client;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --probe}: real probes of the declared health checks while a server runs. */
public final class ServedProbes {
  @Option(
      names = "--probe",
      description =
          "Probe the endpoints of the declared health checks like Route 53's checkers, and answer"
              + " accordingly.")
  private boolean probe;

  /** Probes, and what they have found so far. */
  public static final class Probing implements AutoCloseable {
    private final QueryContext context;
    private final Map<String, List<InetAddress>> addresses;
    private final SortedSet<String> left = new TreeSet<>();
    private final @Nullable ProbeMonitor monitor;
    private final Map<String, HealthCheckConfig.Endpoint> probes = new TreeMap<>();

    private Probing(
        QueryContext context,
        Map<String, List<InetAddress>> addresses,
        boolean probe,
        Consumer<Probed> listener) {
      this.context = context;
      this.addresses = addresses;
      if (!probe) {
        monitor = null;
        return;
      }
      Map<String, Monitored> monitored = new TreeMap<>();
      ProbeMonitor.probes(context.plan().healthChecksById())
          .forEach(
              (id, check) -> {
                if (isUnknown(check.destination())) {
                  left.add(id);
                } else {
                  probes.put(id, check);
                  monitored.put(id, Monitored.of(check));
                }
              });
      monitor = new ProbeMonitor(monitored, this::server, Pace.REAL, listener);
    }

    /** Begins to probe. */
    public void start(RandomGenerator phases) {
      if (monitor != null) {
        monitor.start(phases);
      }
    }

    /** How many health checks are probed. */
    public int size() {
      return probes.size();
    }

    /** Health checks that are not probed, because the address of their endpoint is not known. */
    public SortedSet<String> left() {
      return Collections.unmodifiableSortedSet(left);
    }

    /** The ids of health checks whose probes fail. */
    public NavigableSet<String> failing() {
      return monitor == null ? new TreeSet<>() : monitor.failing();
    }

    /** Whether the address is known only after deployment, and nobody gave another. */
    private boolean isUnknown(Destination destination) {
      Value target = target(destination);
      return !(target instanceof Value.Literal) && !addresses.containsKey(OutageModel.of(target));
    }

    private static Value target(Destination destination) {
      return destination.address().or(destination::hostName).orElseThrow();
    }

    private Optional<InetSocketAddress> server(String id) {
      return Optional.ofNullable(probes.get(id))
          .flatMap(
              check ->
                  address(target(check.destination()))
                      .map(found -> new InetSocketAddress(found, check.port())));
    }

    /** The first address; IPv4 only for host names, as in Route 53. */
    private Optional<InetAddress> address(Value target) {
      List<InetAddress> given = addresses.get(OutageModel.of(target));
      if (given != null) {
        return given.stream().findFirst();
      }
      Optional<DnsName> own =
          DnsName.of(target).filter(name -> name.isWithin(context.plan().zone()));
      String text = own.isPresent() ? answered(own.get()).orElse("") : OutageModel.of(target);
      try {
        return text.isEmpty()
            ? Optional.empty()
            : Arrays.stream(InetAddress.getAllByName(text))
                .filter(address -> text.indexOf(':') >= 0 || address instanceof Inet4Address)
                .findFirst();
      } catch (UnknownHostException e) {
        return Optional.empty();
      }
    }

    /** What the zone itself answers for one of its names now. */
    private Optional<String> answered(DnsName name) {
      HealthState health = context.outageModel().observed(new TreeSet<>(), failing());
      List<Outcome> outcomes =
          context
              .resolver()
              .answer(new Question(name, RecordType.A), Client.UNKNOWN, health)
              .outcomes();
      return outcomes.get(0).result() instanceof DnsResult.Values values
          ? values.values().stream().map(Value::toString).findFirst()
          : Optional.empty();
    }

    @Override
    public void close() {
      if (monitor != null) {
        monitor.close();
      }
    }
  }

  /**
   * Probes for a server; none without {@code --probe}.
   *
   * @param addresses those that were given for endpoints, as answers contain them
   * @param listener hears of each probe
   */
  public Probing probing(
      QueryContext context, Map<String, List<InetAddress>> addresses, Consumer<Probed> listener) {
    return new Probing(context, new TreeMap<>(addresses), probe, listener);
  }
}

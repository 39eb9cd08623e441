package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ListenOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.option.ServedClients;
import dev.meridian.cli.option.ServedHealth;
import dev.meridian.cli.option.ServedProbes;
import dev.meridian.cli.view.ServeEvents;
import dev.meridian.cli.view.StandInText;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.resolve.Outage;
import dev.meridian.serve.ClientSource;
import dev.meridian.serve.DnsServer;
import dev.meridian.serve.Served;
import dev.meridian.serve.StandIns;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: a DNS server that answers as Route 53 would. */
@Command(
    name = "serve",
    description = "Answers DNS queries on this machine as Route 53 would, until you stop it.")
final class ServeCommand implements Callable<Integer> {
  /** How often a file is read that can change. */
  private static final Duration BETWEEN_READS = Duration.ofMillis(250);

  @Option(
      names = "--address",
      split = ",",
      paramLabel = "ENDPOINT=ADDRESS",
      description =
          "An address of an endpoint whose addresses are known only after deployment; repeat it for"
              + " an IPv6 address.")
  private List<String> addresses = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Draw weighted answers in an order that can be repeated.")
  private @Nullable Long seed;

  @Option(names = "--json", description = "Print what happens as JSON, an object in each line.")
  private boolean json;

  @Mixin private ListenOption listen;
  @Mixin private ServedClients clients;
  @Mixin private ServedHealth health;
  @Mixin private ServedProbes probes;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException {
    InetSocketAddress address = listen.address();
    PrintWriter err = spec.commandLine().getErr();
    QueryContext context = plan.load(err);
    ClientSource asking = clients.clients(context.loaded());
    ServedHealth.Following following = health.follow(context);
    Outage down = health.down(context);
    Outage outage = following.changed().orElse(down);
    Map<String, List<InetAddress>> chosen = chosen(context);
    StandIns standIns = StandIns.of(context.plan(), chosen);
    SplittableRandom random = seed == null ? new SplittableRandom() : new SplittableRandom(seed);
    ServeEvents events =
        new ServeEvents(
            context, spec.commandLine().getOut(), Clock.system(ZoneId.systemDefault()), json);
    try (ServedProbes.Probing probing = probes.probing(context, chosen, events::probed);
        DnsServer server =
            DnsServer.start(
                address,
                served(context, standIns, outage, probing),
                asking,
                random.split(),
                fault -> fault.printStackTrace(err))) {
      events.serving(server.address(), outage, standIns, probing);
      probing.start(random);
      Thread stop = new Thread(server::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      SortedSet<String> failing = probing.failing();
      while (!server.await(BETWEEN_READS)) {
        Optional<Outage> changed = changed(following);
        SortedSet<String> now = probing.failing();
        if (changed.isPresent() || !now.equals(failing)) {
          outage = changed.orElse(outage);
          failing = now;
          server.serve(served(context, standIns, outage, probing));
          changed.ifPresent(events::down);
        }
      }
    } catch (IOException e) {
      throw listen.problem(
          "cannot listen on "
              + address.getAddress().getHostAddress()
              + ":"
              + address.getPort()
              + ": "
              + e.getMessage(),
          "use another address or port, such as port 0 for a free one");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.FINE;
  }

  /** What the server answers with while {@code outage} is down and probes fail. */
  private static Served served(
      QueryContext context, StandIns standIns, Outage outage, ServedProbes.Probing probing) {
    SortedSet<String> failing = new TreeSet<>(outage.healthChecks());
    failing.addAll(probing.failing());
    Outage all = new Outage(outage.endpoints(), failing);
    return new Served(
        context.plan().zone(),
        context.resolver(),
        standIns,
        all,
        context.outageModel().health(all));
  }

  /** What is down now, if the file that says so changed. */
  private Optional<Outage> changed(ServedHealth.Following following) {
    try {
      return following.changed();
    } catch (BadInput problem) {
      PrintWriter err = spec.commandLine().getErr();
      problem.problems().forEach(err::println);
      err.println("Nothing changes.");
      err.flush();
      return Optional.empty();
    }
  }

  /** The chosen addresses, by endpoint as answers contain it. */
  private Map<String, List<InetAddress>> chosen(QueryContext context) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    NavigableSet<String> needed = StandIns.needed(context.plan());
    Map<String, List<InetAddress>> chosen = new LinkedHashMap<>();
    for (String text : addresses) {
      int equals = text.lastIndexOf('=');
      IPAddress address =
          equals < 0 ? null : new IPAddressString(text.substring(equals + 1)).getAddress();
      if (address == null || address.isMultiple() || address.isPrefixed()) {
        problems.add(problem("\"" + text + "\" has no address", "write ENDPOINT=ADDRESS"));
        continue;
      }
      List<String> found =
          context.down(List.of(text.substring(0, equals))).endpoints().stream()
              .filter(needed::contains)
              .toList();
      if (found.isEmpty()) {
        problems.add(
            problem(
                "no endpoint \"" + text.substring(0, equals) + "\" needs a stand-in address",
                "use one of " + StandInText.names(needed, context.names())));
      }
      found.forEach(
          endpoint ->
              chosen
                  .computeIfAbsent(endpoint, key -> new ArrayList<>())
                  .add(address.toInetAddress()));
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return chosen;
  }

  private static Diagnostic problem(String what, String fix) {
    return new Diagnostic(SourceLocation.wholeFile("--address"), "", what, fix);
  }
}

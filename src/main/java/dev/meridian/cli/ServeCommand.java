package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ListenOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.option.ServedClients;
import dev.meridian.cli.option.ServedHealth;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SplittableRandom;
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

  @Mixin private ListenOption listen;
  @Mixin private ServedClients clients;
  @Mixin private ServedHealth health;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException {
    InetSocketAddress address = listen.address();
    ClientSource asking = clients.clients();
    PrintWriter err = spec.commandLine().getErr();
    QueryContext context = plan.load(err);
    ServedHealth.Following following = health.follow(context);
    Outage down = health.down(context);
    Outage outage = following.changed().orElse(down);
    StandIns standIns = StandIns.of(context.plan(), chosen(context));
    Served served =
        new Served(
            context.plan().zone(),
            context.resolver(),
            standIns,
            outage,
            context.outageModel().health(outage));
    SplittableRandom random = seed == null ? new SplittableRandom() : new SplittableRandom(seed);
    try (DnsServer server =
        DnsServer.start(address, served, asking, random, fault -> fault.printStackTrace(err))) {
      started(server, context, standIns, outage);
      Thread stop = new Thread(server::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      while (!server.await(BETWEEN_READS)) {
        follow(following, context, served, server);
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

  /** Changes the answers if the file with what is down changed. */
  private void follow(
      ServedHealth.Following following, QueryContext context, Served served, DnsServer server) {
    try {
      Optional<Outage> changed = following.changed();
      if (changed.isPresent()) {
        Outage outage = changed.get();
        server.serve(served.with(outage, context.outageModel().health(outage)));
        PrintWriter out = spec.commandLine().getOut();
        out.println("From now on: " + context.text(outage));
        out.flush();
      }
    } catch (BadInput problem) {
      PrintWriter err = spec.commandLine().getErr();
      problem.problems().forEach(err::println);
      err.println("Nothing changes.");
      err.flush();
    }
  }

  private void started(DnsServer server, QueryContext context, StandIns standIns, Outage outage) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Serving " + context.plan().zone() + " on " + text(server.address()) + " (UDP and TCP)");
    if (!outage.isEmpty()) {
      out.println(context.text(outage));
    }
    StandInText.lines(standIns, context.names()).forEach(out::println);
    out.flush();
  }

  private static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
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

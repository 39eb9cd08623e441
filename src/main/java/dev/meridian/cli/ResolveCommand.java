package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientArguments;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.option.RecordTypeWord;
import dev.meridian.cli.view.AnswerJson;
import dev.meridian.cli.view.AnswerTable;
import dev.meridian.cli.view.ClientAnswer;
import dev.meridian.cli.view.JsonObject;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.declaration.DeclaredClient;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.model.RecordType;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resolve}: which client gets which answer. */
@Command(name = "resolve", description = "Shows which client gets which answer, and why.")
final class ResolveCommand implements Callable<Integer> {
  private static final List<String> PLACES =
      List.of("US-CA", "US-NY", "BR", "DE", "ZA", "IN", "JP", "AU");

  private static final List<String> REGIONS =
      List.of(
          "us-west-1",
          "us-east-1",
          "sa-east-1",
          "eu-central-1",
          "af-south-1",
          "ap-south-1",
          "ap-northeast-1",
          "ap-southeast-2");

  @Parameters(paramLabel = "NAME", description = "With or without the zone; @ is the zone itself.")
  private String name;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "A",
      converter = RecordTypeWord.class,
      description = "The record type (default: ${DEFAULT-VALUE}).")
  private RecordType type;

  @Option(
      names = "--from",
      split = ",",
      paramLabel = "CLIENT",
      description =
          "Countries, US states, addresses or blocks, AWS regions, AZ IDs, latitude:longitude,"
              + " unmapped; joined by + for one client (default: a few places on every continent, or"
              + " the regions whose VPCs resolve a private zone).")
  private List<String> from = new ArrayList<>();

  @Option(
      names = "--down",
      split = ",",
      paramLabel = "ENDPOINT",
      description = "Regions and endpoints that are down, and health checks that fail.")
  private List<String> down = new ArrayList<>();

  @Option(names = "--explain", description = "Show the rules behind the answers.")
  private boolean explain;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private LatencyOption latency;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException {
    QueryContext context = plan.load(spec.commandLine().getErr());
    context.loaded().onlyInPrivateZone(name).ifPresent(spec.commandLine().getErr()::println);
    Question question = BadInput.checked("NAME", () -> new Question(context.name(name), type));
    List<DeclaredClient> clients =
        ClientArguments.read("--from", from.isEmpty() ? usual(context) : from);
    Outage outage = context.down("--down", down);
    HealthState health = context.outageModel().health(outage);
    ClientArguments known = latency.clients();
    SortedSet<String> unread = context.resolver().unread(question, outage);
    List<String> cannotAsk = new ArrayList<>();
    List<DeclaredClient> asking = new ArrayList<>();
    for (DeclaredClient client : clients) {
      if (context.loaded().canAsk(known.client(client))) {
        asking.add(client);
      } else {
        cannotAsk.add(client.text());
      }
    }
    List<ClientAnswer> answers =
        (unread.isEmpty() ? asking : List.<DeclaredClient>of())
            .stream()
                .map(
                    c ->
                        new ClientAnswer(
                            c, context.resolver().answer(question, known.client(c), health)))
                .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(json(question, answers, context, unread, cannotAsk)));
    } else {
      out.println(question + ", " + context.text(outage));
      out.println();
      if (!unread.isEmpty()) {
        out.println("The answer is " + NotKnownText.line(unread) + ".");
        return ExitCode.FINDING;
      }
      if (!answers.isEmpty()) {
        new AnswerTable(context.names()).lines(answers).forEach(out::println);
      }
      if (!cannotAsk.isEmpty()) {
        out.println(
            String.format(
                Locale.ROOT,
                "Not asked from %s: no VPC there is associated with the private zone %s. Its VPCs are"
                    + " in %s.",
                String.join(", ", cannotAsk),
                context.plan().zone(),
                String.join(", ", context.loaded().vpcRegions())));
      }
      if (explain) {
        AnswerTable.reasons(answers).forEach(out::println);
      }
    }
    boolean asked = unread.isEmpty() && cannotAsk.isEmpty();
    boolean fine = asked && answers.stream().noneMatch(ClientAnswer::fails);
    return fine ? ExitCode.FINE : ExitCode.FINDING;
  }

  private static List<String> usual(QueryContext context) {
    if (context.zone() == ZoneKind.PUBLIC) {
      return PLACES;
    }
    Optional<PrivateZone> declared =
        Optional.ofNullable(context.loaded().declared())
            .flatMap(loaded -> loaded.deployment().privateZone());
    return declared.map(zone -> List.copyOf(zone.vpcRegions())).orElse(REGIONS);
  }

  private Object json(
      Question question,
      List<ClientAnswer> answers,
      QueryContext context,
      SortedSet<String> unread,
      List<String> cannotAsk) {
    AnswerJson answer = new AnswerJson(context.names());
    JsonObject json =
        new JsonObject()
            .with("name", question.name().text())
            .with("type", question.type().name())
            .with("down", List.copyOf(down))
            .with("clients", answers.stream().map(answer::of).toList())
            .with("unread", List.copyOf(unread));
    if (!cannotAsk.isEmpty()) {
      json.with("cannot-ask", List.copyOf(cannotAsk));
    }
    return json.map();
  }
}

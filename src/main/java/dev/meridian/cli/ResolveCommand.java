package dev.meridian.cli;

import dev.meridian.config.DeclaredClient;
import dev.meridian.live.LiveFailed;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordType;
import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resolve}: who is answered with what. */
@Command(name = "resolve", description = "Says who is answered with what, and why.")
final class ResolveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "With or without the zone; @ is the zone itself.")
  private String name;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "A",
      description = "The record type (default: ${DEFAULT-VALUE}).")
  private RecordType type;

  @Option(
      names = "--from",
      split = ",",
      paramLabel = "CLIENT",
      defaultValue = "US-CA,US-NY,BR,DE,ZA,IN,JP,AU",
      description =
          "Countries, US states, addresses or blocks, AWS regions, latitude:longitude, unmapped;"
              + " joined by + for one client (default: ${DEFAULT-VALUE}).")
  private List<String> from;

  @Option(
      names = "--down",
      split = ",",
      paramLabel = "ENDPOINT",
      description = "Regions and endpoints that are down, and health checks that fail.")
  private List<String> down = new ArrayList<>();

  @Option(names = "--explain", description = "Say why.")
  private boolean explain;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private LatencyOption latency;
  @Mixin private AskedOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, LiveFailed {
    Asked asked = plan.load(spec.commandLine().getErr());
    Question question = question(asked);
    List<DeclaredClient> clients = Clients.read("--from", from);
    Outage outage = asked.down("--down", down);
    HealthState health = asked.endpoints().health(outage);
    Clients known = latency.clients();
    SortedSet<String> unread = asked.resolver().unread(question);
    List<Answered> answers =
        (unread.isEmpty() ? clients : List.<DeclaredClient>of())
            .stream()
                .map(
                    c ->
                        new Answered(c, asked.resolver().answer(question, known.client(c), health)))
                .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(json(question, answers, asked, unread)));
    } else {
      out.println(question + ", " + asked.words(outage).replace("Nothing", "nothing"));
      out.println();
      if (!unread.isEmpty()) {
        out.println("The answer is " + NotKnownText.line(unread) + ".");
        return ExitCode.FINDING;
      }
      new AnswerTable(asked.names()).lines(answers).forEach(out::println);
      if (explain) {
        AnswerTable.reasons(answers).forEach(out::println);
      }
    }
    boolean fine = unread.isEmpty() && answers.stream().noneMatch(Answered::fails);
    return fine ? ExitCode.FINE : ExitCode.FINDING;
  }

  private Question question(Asked asked) throws BadInput {
    try {
      return new Question(asked.name(name), type);
    } catch (InvalidValue e) {
      throw new BadInput(List.of(new Problem(Source.wholeFile("NAME"), "", e.what(), e.fix())));
    }
  }

  private Object json(
      Question question, List<Answered> answers, Asked asked, SortedSet<String> unread) {
    AnswerJson answer = new AnswerJson(asked.names());
    return new JsonObject()
        .with("name", question.name().text())
        .with("type", question.type().name())
        .with("down", List.copyOf(down))
        .with("clients", answers.stream().map(answer::of).toList())
        .with("unread", List.copyOf(unread))
        .map();
  }
}

package dev.meridian.cli.option;

import dev.meridian.declaration.Drill;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScenarioDefaults;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a drill plays: a declared drill by its name, or {@code --down}. */
public final class DrillOption {
  /** An outage on the command line. */
  static final class Down {
    @Option(
        names = "--down",
        required = true,
        paramLabel = "ENDPOINT[,ENDPOINT...]",
        description =
            "Regions and endpoints that fail, and health checks. Repeat it, with --at and --for, for"
                + " several outages.")
    private String words = ""; // a list would take the words of the next --down too

    @Option(
        names = "--at",
        paramLabel = "SECONDS",
        converter = Seconds.class,
        description = "When they fail, such as 30s (default: 30).")
    private @Nullable Integer at;

    @Option(
        names = "--for",
        paramLabel = "SECONDS",
        converter = Seconds.class,
        description = "When they recover after that, such as 2m (default: when all can have left).")
    private @Nullable Integer length;
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "DRILL",
      description = "A drill of the declaration; not needed if there is only one.")
  private @Nullable String drill;

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<Down> outages = new ArrayList<>();

  @Option(
      names = "--name",
      split = ",",
      paramLabel = "NAME",
      description = "The names that clients ask for (default: all with addresses).")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "How long it takes (default: until all can have come back).")
  private @Nullable Integer duration;

  /** Whether the user said nothing. */
  public boolean isEmpty() {
    return arguments().isEmpty();
  }

  /** The options as the user wrote them, each after a space. */
  public String arguments() {
    StringBuilder words = new StringBuilder(drill == null ? "" : " " + ShellWord.of(drill));
    for (Down down : outages) {
      words.append(" --down ").append(ShellWord.of(down.words));
      words.append(down.at == null ? "" : " --at " + down.at);
      words.append(down.length == null ? "" : " --for " + down.length);
    }
    names.forEach(name -> words.append(" --name ").append(ShellWord.of(name)));
    return words.append(duration == null ? "" : " --duration " + duration).toString();
  }

  /**
   * The scenario.
   *
   * @throws BadInput with every problem of the options
   */
  public Scenario scenario(QueryContext context, DrilledZone zone) throws BadInput {
    if (!outages.isEmpty() && drill != null) {
      throw refused("--down", "there is a drill and --down", "use one of them");
    }
    return outages.isEmpty() ? declared(context, zone) : given(context, zone);
  }

  private Scenario given(QueryContext context, DrilledZone zone) throws BadInput {
    List<Question> questions = questions(List.of(), context);
    ScenarioDefaults defaults = new ScenarioDefaults(zone);
    List<ScheduledOutage> scheduled = new ArrayList<>();
    for (Down down : outages) {
      Outage outage = context.down("--down", List.of(down.words.split(",")));
      int at = down.at == null ? Drill.Outage.DEFAULT_AT : down.at;
      Integer length =
          down.length == null ? (Integer) defaults.length(outage, questions) : down.length;
      scheduled.add(new ScheduledOutage(outage, at, length));
    }
    return scenario(defaults, scheduled, questions, duration);
  }

  private Scenario declared(QueryContext context, DrilledZone zone) throws BadInput {
    Drill declared = declared(context.goals().drills());
    List<Question> questions = questions(declared.names(), context);
    List<ScheduledOutage> scheduled = new ArrayList<>();
    for (Drill.Outage outage : declared.outages()) {
      scheduled.add(new ScheduledOutage(context.down(outage.down()), outage.at(), outage.length()));
    }
    Integer whole = duration == null ? declared.length() : duration;
    return scenario(new ScenarioDefaults(zone), scheduled, questions, whole);
  }

  private Drill declared(List<Drill> drills) throws BadInput {
    Optional<Drill> found =
        drill == null
            ? Optional.of(drills).filter(all -> all.size() == 1).map(all -> all.get(0))
            : drills.stream().filter(one -> one.name().equals(drill)).findFirst();
    if (found.isEmpty()) {
      String all = drills.stream().map(Drill::name).collect(Collectors.joining(", "));
      throw refused(
          "drill",
          drill == null ? "it is not said what fails" : "no drill is named \"" + drill + "\"",
          all.isEmpty()
              ? "use --down ENDPOINT, or declare drills"
              : "use one of " + all + ", or --down ENDPOINT");
    }
    return found.get();
  }

  private static Scenario scenario(
      ScenarioDefaults defaults,
      List<ScheduledOutage> outages,
      List<Question> questions,
      @Nullable Integer duration)
      throws BadInput {
    for (ScheduledOutage outage : outages) {
      if (duration != null && outage.at() >= duration) {
        throw refused(
            "--duration",
            "the drill ends before " + outage.outage(),
            "use more than " + outage.at() + " seconds");
      }
    }
    return defaults.scenario(outages, questions, duration);
  }

  private static List<Question> all(QueryContext context) throws BadInput {
    List<Question> questions =
        ScenarioDefaults.questions(
            context
                .resolver()
                .notKnown(OutageModel::connects)
                .known(context.resolver().questions()));
    if (questions.isEmpty()) {
      throw refused("drill", "the zone has no name with addresses", "declare one");
    }
    return questions;
  }

  /** Those of --name, or else the declared ones, or else all. */
  private List<Question> questions(List<DnsName> declared, QueryContext context) throws BadInput {
    List<DnsName> asked = names.isEmpty() ? declared : names.stream().map(context::name).toList();
    return asked.isEmpty() ? all(context) : named(asked, context);
  }

  private static List<Question> named(List<DnsName> names, QueryContext context) throws BadInput {
    List<Question> found = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (DnsName name : names) {
      Optional<Question> question =
          List.of(RecordType.A, RecordType.AAAA).stream()
              .map(type -> new Question(name, type))
              .filter(asked -> !context.resolver().groups(asked).isEmpty())
              .findFirst();
      question.ifPresentOrElse(
          found::add,
          () ->
              problems.add(
                  problem(
                      "--name",
                      "no address is declared for " + name,
                      "use a name with A or AAAA record sets")));
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return found;
  }

  private static BadInput refused(String where, String what, String fix) {
    return new BadInput(List.of(problem(where, what, fix)));
  }

  private static Diagnostic problem(String where, String what, String fix) {
    return new Diagnostic(SourceLocation.wholeFile(where), "", what, fix);
  }
}

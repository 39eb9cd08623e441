package dev.meridian.cli.zone;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.PlanOption;
import dev.meridian.cli.option.PlanSource;
import dev.meridian.cli.option.TextLine;
import dev.meridian.compile.Origins;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InputFile;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.ApexRecords;
import dev.meridian.trafficpolicy.DocumentReader;
import dev.meridian.trafficpolicy.Expansion;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Documents of traffic policies in files, such as those of the editor in the console. */
public final class TrafficPolicyFiles {
  /** A document has none; it is the usual one of a declaration. */
  private static final int TTL = 60;

  /** A document has at most 102,400 characters. */
  private static final int MAX_BYTES = InputFile.MEGABYTE;

  private static final String NAME = "--name";

  @Option(
      names = "--traffic-policy",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Documents of traffic policies for --name, one per record type. --state, --plan, or"
              + " --zone then says where their health checks are.")
  private final List<Path> files = new ArrayList<>();

  @Option(
      names = NAME,
      paramLabel = "NAME",
      description = "With --traffic-policy: the name that the documents answer for, with its zone.")
  private @Nullable String name;

  private final List<Diagnostic> problems = new ArrayList<>();

  /** A document, and the file that has it. */
  private record Found(String file, PolicyDocument document) {}

  /** Whether one of the options is given. */
  public boolean isGiven() {
    return !files.isEmpty() || name != null;
  }

  /**
   * The plan of a zone that has only the name.
   *
   * @param others where the health checks are; without one, there can be none
   * @throws BadInput with every problem of the options and the files
   */
  public LoadedPlan read(PlanOption others) throws BadInput, AwsReadException {
    Optional<DnsName> answered = answered();
    Map<RecordType, Found> found = documents();
    stopAtProblems();
    Set<String> used = new TreeSet<>();
    found.values().forEach(one -> used.addAll(one.document().healthChecks()));
    Optional<LoadedPlan> base =
        others.isReadBack() ? Optional.of(others.readBack(used)) : Optional.empty();
    DnsName own = answered.orElseThrow();
    DnsName zone = base.map(plan -> plan.plan().zone()).orElseGet(() -> zone(own));
    if (!own.isWithin(zone)) {
      throw bad(NAME, own + " is not in the zone " + zone, "write a name of the zone");
    }
    Map<String, String> ids = ids(base);
    List<RecordSet> records = new ArrayList<>();
    Set<RrsetKey> roots = new TreeSet<>();
    found.forEach(
        (type, one) -> {
          RrsetKey key = new RrsetKey(own, type);
          expand(one, key, zone, ids, base).ifPresent(records::addAll);
          roots.add(key);
        });
    stopAtProblems();
    RoutingPlan plan =
        new RoutingPlan(
            zone,
            records,
            base.map(known -> checks(known.plan(), records)).orElse(List.of()),
            List.of(),
            List.of(),
            new TreeSet<>(roots));
    return new LoadedPlan(
        files.stream().map(Path::toString).collect(Collectors.joining(", ")),
        plan,
        base.map(LoadedPlan::kind).orElse(ZoneKind.PUBLIC),
        null,
        base.map(LoadedPlan::zoneId).orElse(null),
        List.of(),
        List.of(),
        new ApexRecords(List.of(), base.isPresent()),
        new PlanSource(PlanSource.Kind.STATE, Set.of(), Map.of()),
        Origins.NONE);
  }

  private Optional<DnsName> answered() {
    if (name == null) {
      problem(
          "--traffic-policy",
          "a document does not contain the name that it answers for",
          "add --name, such as --name api.example.com");
      return Optional.empty();
    }
    if (files.isEmpty()) {
      problem(NAME, "it is the name for --traffic-policy", "add --traffic-policy FILE");
    }
    try {
      return Optional.of(new DnsName(name));
    } catch (InvalidValue e) {
      problem(NAME, e.what(), e.fix());
      return Optional.empty();
    }
  }

  private Map<RecordType, Found> documents() {
    Map<RecordType, Found> documents = new EnumMap<>(RecordType.class);
    for (Path path : files) {
      String file = path.toString();
      Optional<String> text = TextLine.read(path, MAX_BYTES, problems::add);
      if (text.isEmpty()) {
        continue;
      }
      try {
        PolicyDocument document = DocumentReader.read(text.get());
        Found before = documents.putIfAbsent(document.type(), new Found(file, document));
        if (!RecordType.ROUTED.contains(document.type())) {
          problem(
              file,
              "its RecordType is " + document.type() + ", which Meridian does not route",
              "use A, AAAA, or CNAME");
        } else if (before != null) {
          problem(
              file,
              "it is for " + document.type() + " records, like " + before.file(),
              "leave one of them out");
        }
      } catch (InvalidValue e) {
        problem(file, e.what(), e.fix());
      }
    }
    return documents;
  }

  /** The zone that a name most probably is in, if no source says it. */
  private static DnsName zone(DnsName name) {
    return name.labels().size() > 2 ? name.parent().orElse(name) : name;
  }

  private Optional<List<RecordSet>> expand(
      Found found, RrsetKey key, DnsName zone, Map<String, String> ids, Optional<LoadedPlan> base) {
    for (String check : found.document().healthChecks()) {
      if (!ids.containsKey(check)) {
        problem(
            found.file(),
            base.map(known -> known.name() + " has no health check " + check)
                .orElse("the settings of the health check " + check + " are not in the document"),
            base.isPresent()
                ? "correct the ID, or name another source with --state or --zone"
                : "add --state FILE or --zone NAME, to read them from there");
      }
    }
    try {
      PolicyDocument document = found.document().withHealthChecks(id -> ids.getOrDefault(id, id));
      return Optional.of(Expansion.of(document, key, zone, TTL).records());
    } catch (InvalidValue e) {
      problem(found.file(), e.what(), e.fix());
      return Optional.empty();
    }
  }

  /** The plan's ID of each health check, by Route 53's. */
  private static Map<String, String> ids(Optional<LoadedPlan> base) {
    Map<String, String> ids = new HashMap<>();
    base.ifPresent(known -> known.source().healthCheckIds().forEach((id, aws) -> ids.put(aws, id)));
    return ids;
  }

  /** The health checks of the records, and those that these count. */
  private static List<HealthCheck> checks(RoutingPlan plan, List<RecordSet> records) {
    Map<String, HealthCheck> known = plan.healthChecksById();
    Map<String, HealthCheck> used = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>();
    records.forEach(record -> record.healthCheckId().ifPresent(open::add));
    while (!open.isEmpty()) {
      String id = open.remove();
      HealthCheck check = known.get(id);
      if (check != null
          && used.put(id, check) == null
          && check.config() instanceof HealthCheckConfig.Calculated counting) {
        open.addAll(counting.children());
      }
    }
    return List.copyOf(used.values());
  }

  private void problem(String at, String what, String fix) {
    problems.add(new Diagnostic(SourceLocation.wholeFile(at), "", what, fix));
  }

  private static BadInput bad(String at, String what, String fix) {
    return new BadInput(List.of(new Diagnostic(SourceLocation.wholeFile(at), "", what, fix)));
  }

  private void stopAtProblems() throws BadInput {
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
  }
}

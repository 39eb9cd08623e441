package dev.meridian.cli.option;

import dev.meridian.cli.option.ZoneChoice.Candidate;
import dev.meridian.compile.Origins;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.resolve.ApexRecords;
import dev.meridian.terraform.json.CrossStackOutputs;
import dev.meridian.terraform.json.PlansRead;
import dev.meridian.terraform.json.RoutingPlans;
import dev.meridian.terraform.json.TerraformFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads a plan from Terraform's files. It is a class of its own because only this one loads the
 * JSON library.
 */
final class TerraformFilePlan {
  private static final int NS_TTL = 172_800; // seconds: two days

  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<TerraformFile> files = new ArrayList<>();

  private TerraformFilePlan() {}

  /**
   * Reads {@code paths} together.
   *
   * @param choice the zone; without a choice, the only one with records
   * @param zoneNames hosted zone ID to name, for zones that none of the files contains
   */
  static LoadedPlan read(List<Path> paths, ZoneChoice choice, Map<String, String> zoneNames)
      throws BadInput {
    TerraformFilePlan plan = new TerraformFilePlan();
    paths.forEach(path -> TerraformFile.read(path, plan.problems::add).ifPresent(plan.files::add));
    Map<String, DnsName> names = plan.names(zoneNames);
    plan.stopAtProblems();
    return plan.found(RoutingPlans.read(plan.files, names, choice.kindOrPublic()), choice);
  }

  private Map<String, DnsName> names(Map<String, String> texts) {
    Map<String, DnsName> names = new TreeMap<>();
    texts.forEach(
        (id, text) -> {
          try {
            names.put(id, new DnsName(text));
          } catch (InvalidValue e) {
            problems.add(
                new Diagnostic(SourceLocation.wholeFile("--zone-name"), id, e.what(), e.fix()));
          }
        });
    return names;
  }

  private LoadedPlan found(PlansRead read, ZoneChoice choice) throws BadInput {
    PlansRead.Zone zone = zone(read, choice);
    CrossStackOutputs.Resolved resolved = CrossStackOutputs.of(files).resolve(zone.plan());
    List<String> leftOut =
        new ArrayList<>(read.unread().stream().map(Diagnostic::toString).toList());
    leftOut.addAll(resolved.notes());
    return new LoadedPlan(
        name(),
        resolved.plan(),
        zone.kind(),
        null,
        zone.id(),
        leftOut,
        zone.unread(),
        apex(zone),
        source(zone),
        Origins.ofRecords(zone.origins()).withHealthChecks(RoutingPlans.healthCheckOrigins(files)));
  }

  private PlanSource source(PlansRead.Zone zone) {
    Map<String, String> checks = RoutingPlans.healthCheckIds(files);
    if (files.stream().noneMatch(TerraformFile::isPlan)) {
      return new PlanSource(PlanSource.Kind.STATE, Set.of(), checks);
    }
    Set<RecordKey> deleted = new HashSet<>();
    files.forEach(file -> deleted.addAll(file.deletedRecords(zone.name(), zone.id())));
    return new PlanSource(PlanSource.Kind.PLAN, deleted, checks);
  }

  /**
   * The name servers that Route 53 assigned to the zone, with the TTL that it sets.
   *
   * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html">NS
   *     and SOA records that Route 53 creates for a public hosted zone</a>
   */
  private static ApexRecords apex(PlansRead.Zone zone) {
    boolean exists = zone.zoneId().isPresent();
    if (zone.nameServers().isEmpty()) {
      return new ApexRecords(List.of(), exists);
    }
    RecordKey key = new RecordKey(new RrsetKey(zone.name(), RecordType.NS), null);
    List<Value> servers = zone.nameServers().stream().map(Value::literal).toList();
    RecordData values = new RecordData.Values(NS_TTL, servers);
    return new ApexRecords(
        List.of(new RecordSet(key, new RoutingPolicy.Simple(), values, null)), exists);
  }

  private String name() {
    return files.stream().map(TerraformFile::name).collect(Collectors.joining(", "));
  }

  private PlansRead.Zone zone(PlansRead read, ZoneChoice choice) throws BadInput {
    List<PlansRead.Zone> zones = choice.among(read.zones(), TerraformFilePlan::candidate);
    List<PlansRead.Zone> used = zones.stream().filter(zone -> !isEmpty(zone)).toList();
    List<PlansRead.Zone> meant =
        choice.best(used.isEmpty() ? zones : used, TerraformFilePlan::candidate);
    if (meant.size() != 1) {
      refuse(read, meant, choice);
      stopAtProblems();
    }
    return meant.get(0);
  }

  private static Candidate candidate(PlansRead.Zone zone) {
    return new Candidate(zone.name(), zone.id(), zone.address(), zone.kind());
  }

  private static List<Candidate> candidates(List<PlansRead.Zone> zones) {
    return zones.stream().map(TerraformFilePlan::candidate).toList();
  }

  /** Whether the zone has no records, including any that could not be read. */
  private static boolean isEmpty(PlansRead.Zone zone) {
    return zone.plan().records().isEmpty()
        && zone.unread().stream().allMatch(record -> record.owner().isEmpty());
  }

  private void refuse(PlansRead read, List<PlansRead.Zone> meant, ZoneChoice choice)
      throws BadInput {
    String all = ZoneChoice.described(candidates(read.zones()), choice.kind() != null);
    SourceLocation source = SourceLocation.wholeFile(name());
    if (read.zones().isEmpty()) {
      // What could not be read might be the reason why there is no zone.
      problems.addAll(read.unread());
      problems.add(
          read.unread().isEmpty()
              ? new Diagnostic(
                  source,
                  "",
                  "there is no hosted zone with records in it",
                  "use the files of the stack with the aws_route53_record resources")
              : new Diagnostic(
                  source,
                  "",
                  "no hosted zone in it has records that can be read",
                  "solve the other problems"));
    } else if (meant.isEmpty()) {
      problems.add(
          new Diagnostic(
              source,
              "",
              "the zone is not one of " + all,
              choice.kind() == null
                  ? "use one of these as --zone"
                  : "use one of these as --zone, and its kind as --zone-kind"));
    } else {
      List<Candidate> zones = candidates(meant);
      throw BadInput.severalZones(
          new Diagnostic(
              source,
              "",
              "there are several zones: " + ZoneChoice.described(zones, false),
              ZoneChoice.fix(zones)));
    }
  }

  private void stopAtProblems() throws BadInput {
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
  }
}

package dev.meridian.cli.option;

import dev.meridian.change.ChangeGuard;
import dev.meridian.change.Changes;
import dev.meridian.cli.option.ZoneChoice.Candidate;
import dev.meridian.compile.Origins;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.ApexRecords;
import dev.meridian.terraform.json.CrossStackOutputs;
import dev.meridian.terraform.json.PlannedChanges;
import dev.meridian.terraform.json.PlannedChanges.ZoneChange;
import dev.meridian.terraform.json.PlannedChangesReader;
import dev.meridian.terraform.json.PlansRead;
import dev.meridian.terraform.json.TerraformFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The zones of one Terraform plan, before and after it is applied.
 *
 * @param file the plan's name in messages
 * @param zones in the order of their names
 * @param withoutZone the addresses of record sets that change and whose zone is not known
 * @param notes what the plan leaves out, in clauses
 * @param counts the record sets of each zone that the plan changes, for the change guard
 */
public record PlannedZones(
    String file,
    List<PlannedZone> zones,
    List<String> withoutZone,
    List<String> notes,
    List<ChangeGuard.Counts> counts) {

  public PlannedZones {
    zones = List.copyOf(zones);
    withoutZone = List.copyOf(withoutZone);
    notes = List.copyOf(notes);
    counts = List.copyOf(counts);
  }

  /** A plan, and what could not be read in it, in lines for people. */
  record Read(PlannedZones zones, List<String> leftOut) {}

  /**
   * Reads {@code path}.
   *
   * @param choice which zones; without a choice, all
   * @throws BadInput if it is not a plan, or if none of its zones fits
   */
  static Read read(Path path, ZoneChoice choice, Map<String, String> zoneNames) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    TerraformFile file = TerraformFile.read(path, problems::add).orElse(null);
    Map<String, DnsName> names = names(zoneNames, problems);
    if (file != null && !file.isPlan()) {
      problems.add(
          new Diagnostic(
              SourceLocation.wholeFile(path.toString()),
              "",
              "is a state, not a plan",
              "write it with terraform show -json PLANFILE, or use it as a SOURCE"));
    }
    if (file == null || !problems.isEmpty()) {
      throw new BadInput(problems);
    }
    PlannedChanges changes = PlannedChangesReader.read(file, names, choice.kindOrPublic());
    List<ZoneChange> meant =
        choice.among(changes.zones(), PlannedZones::candidate).stream().toList();
    if (meant.isEmpty() && !changes.zones().isEmpty()) {
      List<Candidate> all = changes.zones().stream().map(PlannedZones::candidate).toList();
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile(path.toString()),
                  "",
                  "the zone is not one of " + ZoneChoice.described(all, false),
                  "use one of these as --zone, or leave it out to compare all")));
    }
    return new Loader(file).load(changes, meant);
  }

  private static Map<String, DnsName> names(Map<String, String> texts, List<Diagnostic> problems) {
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

  private static Candidate candidate(ZoneChange zone) {
    PlansRead.Zone known = zone.earlier().or(zone::later).orElseThrow();
    return new Candidate(known.name(), known.id(), known.address(), known.kind());
  }

  private static final class Loader {
    private final TerraformFile file;
    private final List<String> leftOut = new ArrayList<>();

    Loader(TerraformFile file) {
      this.file = file;
    }

    Read load(PlannedChanges changes, List<ZoneChange> meant) {
      changes.unread().forEach(problem -> leftOut.add(problem.toString()));
      List<PlannedZone> zones = new ArrayList<>();
      for (ZoneChange zone : meant) {
        zones.add(
            new PlannedZone(
                name(zone, meant),
                loaded(zone, zone.before(), PlanSource.STATE),
                loaded(
                    zone, zone.after(), new PlanSource(PlanSource.Kind.PLAN, Set.of(), Map.of())),
                zone.changes()));
      }
      return new Read(
          new PlannedZones(
              file.name(), zones, changes.withoutZone(), changes.notes(), file.zoneChanges()),
          leftOut);
    }

    private static String name(ZoneChange zone, List<ZoneChange> all) {
      Candidate own = candidate(zone);
      long same = all.stream().filter(one -> candidate(one).name().equals(own.name())).count();
      String name = own.name().text();
      return same == 1 ? name : name + own.identity().map(id -> " (" + id + ")").orElse("");
    }

    private LoadedPlan loaded(ZoneChange zone, PlansRead.@Nullable Zone side, PlanSource source) {
      Changes changes = zone.changes();
      if (side == null) {
        RoutingPlan none =
            new RoutingPlan(changes.before().zone(), List.of(), List.of(), List.of());
        return loaded(none, changes, null, source);
      }
      CrossStackOutputs.Resolved resolved =
          CrossStackOutputs.of(List.of(file)).resolve(side.plan());
      leftOut.addAll(resolved.notes());
      return loaded(resolved.plan(), changes, side, source);
    }

    private LoadedPlan loaded(
        RoutingPlan plan, Changes changes, PlansRead.@Nullable Zone side, PlanSource source) {
      LoadedPlan found =
          new LoadedPlan(
              file.name(),
              plan,
              changes.kind(),
              null,
              side == null ? null : side.id(),
              List.of(),
              side == null ? List.of() : side.unread(),
              new ApexRecords(List.of(), side != null && side.id() != null),
              source,
              Origins.ofRecords(side == null ? Map.of() : side.origins()));
      LoadedPlan certain = found.withoutGuesses();
      leftOut.addAll(certain.leftOut());
      return certain;
    }
  }
}

package dev.meridian.cli.option;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.ListedZone;
import dev.meridian.aws.LiveZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.cli.option.ZoneChoice.Candidate;
import dev.meridian.compile.Origins;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.resolve.ApexRecords;
import java.util.List;
import java.util.Set;

/**
 * Reads the plan of a zone in AWS. It is a class of its own because only this one loads the AWS
 * SDK.
 */
public final class LiveZonePlan {
  private LiveZonePlan() {}

  /**
   * Reads a zone.
   *
   * @param choice which of the zones with this name or ID; its own name or ID is not used
   * @param healthChecks Route 53's IDs of health checks to read even if no record uses them
   * @throws BadInput if there is none, or the choice leaves several
   */
  static LoadedPlan read(
      String nameOrId, ZoneChoice choice, Set<String> healthChecks, AwsAccess access)
      throws BadInput, AwsReadException {
    LiveZone zone;
    try (LiveZones zones = new LiveZones(access)) {
      zone = zones.read(chosen(nameOrId, zones.find(nameOrId), choice), healthChecks);
    }
    String name = "the hosted zone " + zone.name() + " (" + zone.id() + ")";
    List<String> leftOut = zone.unread().stream().map(one -> name + ": " + one).toList();
    return new LoadedPlan(
        name,
        zone.plan(),
        zone.kind(),
        null,
        zone.id(),
        leftOut,
        zone.unreadRecords(),
        new ApexRecords(zone.apex(), true),
        new PlanSource(PlanSource.Kind.LIVE, Set.of(), zone.healthCheckIds()),
        Origins.NONE);
  }

  /**
   * Reads the zone of a declaration that was applied, with the names it gives to endpoints.
   *
   * @throws BadInput if the zone does not exist
   */
  public static LoadedPlan applied(
      String zoneId, DeclarationOption.Loaded declared, AwsAccess access)
      throws BadInput, AwsReadException {
    return read(zoneId, ZoneChoice.of(null, null), Set.of(), access)
        .from(declared)
        .withoutGuesses();
  }

  private static ListedZone chosen(String nameOrId, List<ListedZone> all, ZoneChoice choice)
      throws BadInput {
    ZoneChoice kind = ZoneChoice.of(null, choice.kind());
    List<ListedZone> fitting = kind.among(all, LiveZonePlan::candidate);
    if (fitting.isEmpty()) {
      throw unknown(nameOrId, all);
    }
    List<ListedZone> best = choice.best(fitting, LiveZonePlan::candidate);
    if (best.size() > 1) {
      List<Candidate> zones = best.stream().map(LiveZonePlan::candidate).toList();
      throw BadInput.severalZones(
          new Diagnostic(
              SourceLocation.wholeFile("--zone"),
              nameOrId,
              "the account has several zones with this name: " + ZoneChoice.described(zones, false),
              ZoneChoice.fix(zones)));
    }
    return best.get(0);
  }

  private static Candidate candidate(ListedZone zone) {
    return new Candidate(zone.name(), zone.id(), "", zone.kind());
  }

  private static BadInput unknown(String nameOrId, List<ListedZone> otherKind) {
    SourceLocation option = SourceLocation.wholeFile("--zone");
    if (otherKind.isEmpty()) {
      return new BadInput(
          List.of(
              new Diagnostic(
                  option,
                  nameOrId,
                  "the account has no hosted zone with this name or ID",
                  "check the name, AWS_PROFILE, and AWS_ENDPOINT_URL")));
    }
    List<Candidate> zones = otherKind.stream().map(LiveZonePlan::candidate).toList();
    return new BadInput(
        List.of(
            new Diagnostic(
                option,
                nameOrId,
                "--zone-kind excludes every zone with this name or ID: "
                    + ZoneChoice.described(zones, true),
                "leave --zone-kind out, or use the other kind")));
  }
}

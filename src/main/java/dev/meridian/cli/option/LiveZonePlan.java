package dev.meridian.cli.option;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.compile.Origins;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.resolve.ApexRecords;
import java.util.List;
import java.util.Optional;

/**
 * Reads the plan of a zone in AWS. It is a class of its own because only this one loads the AWS
 * SDK.
 */
final class LiveZonePlan {
  private LiveZonePlan() {}

  static LoadedPlan read(String nameOrId, AwsAccess access) throws BadInput, AwsReadException {
    Optional<LiveZone> found;
    try (LiveZones zones = new LiveZones(access)) {
      found = zones.read(nameOrId);
    }
    LiveZone zone = found.orElseThrow(() -> unknown(nameOrId));
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
        PlanSource.LIVE,
        Origins.NONE);
  }

  private static BadInput unknown(String nameOrId) {
    return new BadInput(
        List.of(
            new Diagnostic(
                SourceLocation.wholeFile("--zone"),
                nameOrId,
                "the account has no hosted zone with this name or ID",
                "check the name, AWS_PROFILE, and AWS_ENDPOINT_URL")));
  }
}

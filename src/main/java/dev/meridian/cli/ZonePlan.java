package dev.meridian.cli;

import dev.meridian.live.AwsAccess;
import dev.meridian.live.LiveFailed;
import dev.meridian.live.LiveZone;
import dev.meridian.live.LiveZones;
import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;
import java.util.List;
import java.util.Optional;

/** A plan as AWS has it now. By itself: only here are the classes of AWS's SDK loaded. */
final class ZonePlan {
  private ZonePlan() {}

  static FoundPlan read(String nameOrId, AwsAccess access) throws BadInput, LiveFailed {
    Optional<LiveZone> found;
    try (LiveZones zones = new LiveZones(access)) {
      found = zones.read(nameOrId);
    }
    LiveZone zone = found.orElseThrow(() -> unknown(nameOrId));
    String name = "the hosted zone " + zone.name() + " (" + zone.id() + ")";
    List<String> leftOut = zone.unread().stream().map(one -> name + ": " + one).toList();
    return new FoundPlan(
        name, zone.plan(), zone.kind(), null, zone.id(), leftOut, zone.unreadRecords());
  }

  private static BadInput unknown(String nameOrId) {
    return new BadInput(
        List.of(
            new Problem(
                Source.wholeFile("--zone"),
                nameOrId,
                "the account has no hosted zone of this name or id",
                "check the name, AWS_PROFILE and AWS_ENDPOINT_URL")));
  }
}

package dev.meridian.rehearse;

import dev.meridian.config.Deployment;
import dev.meridian.config.EndpointDeclaration;
import dev.meridian.config.NameDeclaration;
import dev.meridian.config.PolicyTree;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.config.Site;
import dev.meridian.config.StateBackend;
import dev.meridian.model.PolicyKind;
import dev.meridian.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A deployment as an empty emulator can have it: what exists elsewhere is replaced, and each
 * replacement is told.
 *
 * @param notes what is not as declared, a line each
 * @param problems what our local AWS lacks; empty where it was to be left out
 */
public record Rehearsable(Deployment deployment, List<String> notes, List<Problem> problems) {
  private static final String FIX =
      "rehearse the rest with --leave-out, or all of it with --aws-endpoint on an emulator that"
          + " has it";

  public Rehearsable {
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /**
   * What can be rehearsed of {@code deployment}.
   *
   * @param ours whether our local AWS is used, whose gaps are known
   * @param leaveOut whether to do without what it lacks
   */
  public static Rehearsable of(Deployment deployment, boolean ours, boolean leaveOut) {
    Making making = new Making(leaveOut);
    Deployment made = making.state(deployment);
    made = making.regions(made, ours);
    made = making.endpoints(made);
    if (ours) {
      made = making.names(made);
    }
    return new Rehearsable(made, making.notes, making.problems);
  }

  /** Collects notes and problems while the parts are replaced. */
  private static final class Making {
    private final boolean leaveOut;
    private final List<String> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Making(boolean leaveOut) {
      this.leaveOut = leaveOut;
    }

    Deployment state(Deployment deployment) {
      StateBackend declared = deployment.state();
      StateBackend state = new StateBackend.Local(".");
      if (declared instanceof StateBackend.S3 s3) {
        state =
            new StateBackend.S3(
                s3.bucket(), s3.region(), s3.prefix(), java.util.Collections.emptySortedMap());
        if (!s3.options().isEmpty()) {
          notes.add("state: rehearsed without " + String.join(", ", s3.options().keySet()));
        }
      } else if (!(declared instanceof StateBackend.Local)) {
        String word = declared.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        notes.add("state: the backend " + word + " is not rehearsed; states are local files here");
      }
      return Redeclared.of(deployment).state(state).deployment();
    }

    Deployment regions(Deployment deployment, boolean ours) {
      Map<String, RegionDeclaration> regions = new LinkedHashMap<>();
      deployment.regions().forEach((code, region) -> regions.put(code, region(region, ours)));
      return Redeclared.of(deployment).regions(regions).deployment();
    }

    private RegionDeclaration region(RegionDeclaration region, boolean ours) {
      Site site = region.site();
      String path = "regions." + region.code();
      if (site.certificate().isPresent()) {
        notes.add(path + ": without HTTPS, for its certificate does not exist in an empty AWS");
      }
      if (region.pinnedOutputs().isPresent()) {
        notes.add(path + ": its pin is not used, for its state can be read here");
      }
      boolean ipv6 = site.ipv6();
      if (ours && ipv6) {
        lacking(
            new Problem(
                region.at(), path + ".site.ipv6", "the local AWS never finishes IPv6 subnets", FIX),
            path + ": without IPv6, for the local AWS never finishes IPv6 subnets");
        ipv6 = false;
      }
      Site rehearsed =
          new Site(
              site.network(),
              site.servers(),
              site.targetCheck(),
              null,
              site.staticAddresses(),
              ipv6);
      return new RegionDeclaration(
          region.code(), rehearsed, region.healthCheck(), null, region.at());
    }

    Deployment endpoints(Deployment deployment) {
      Map<String, EndpointDeclaration> endpoints = new LinkedHashMap<>();
      deployment
          .endpoints()
          .forEach(
              (name, endpoint) -> {
                endpoint
                    .state()
                    .ifPresent(s -> notes.add("endpoints." + name + ": a stand-in for its state"));
                endpoints.put(name, StandInEndpoint.of(endpoint));
              });
      return Redeclared.of(deployment).endpoints(endpoints).deployment();
    }

    Deployment names(Deployment deployment) {
      List<NameDeclaration> kept = new ArrayList<>();
      for (NameDeclaration name : deployment.names()) {
        if (!isIpBased(name.policy())) {
          kept.add(name);
          continue;
        }
        String path = "names." + name.label();
        lacking(
            new Problem(name.at(), path, "the local AWS has no CIDR collections", FIX),
            path + ": left out, for the local AWS has no CIDR collections");
      }
      Redeclared with = Redeclared.of(deployment).names(kept);
      return kept.size() < deployment.names().size()
          ? with.withoutCidrCollections().deployment()
          : with.deployment();
    }

    private void lacking(Problem problem, String note) {
      if (leaveOut) {
        notes.add(note);
      } else {
        problems.add(problem);
      }
    }

    private static boolean isIpBased(PolicyTree tree) {
      return tree.kind() == PolicyKind.IP_BASED
          || tree.branches().stream()
              .anyMatch(
                  branch ->
                      branch.target() instanceof PolicyTree.Target.ToPolicy below
                          && isIpBased(below.tree()));
    }
  }
}

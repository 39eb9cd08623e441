package dev.meridian.rehearse;

import dev.meridian.declaration.Alerts;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.HttpsEndpoint;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.Switches;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deployment that an empty emulator can run. Resources that exist elsewhere are replaced, and
 * each replacement has a note.
 *
 * @param notes what differs from the declaration, one line each
 * @param problems what the local AWS does not support; empty if it is left out
 */
public record RehearsalDeployment(
    Deployment deployment, Limits limits, List<String> notes, List<Diagnostic> problems) {
  private static final String FIX =
      "rehearse the rest with --leave-out, or everything with --aws-endpoint on an emulator that"
          + " supports it";

  public RehearsalDeployment {
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /**
   * How to handle what an emulator does not support.
   *
   * @param ours whether it is the local AWS of Meridian, whose gaps are known
   * @param leaveOut whether to leave out what it does not support
   */
  public record Limits(boolean ours, boolean leaveOut) {}

  /** The part of {@code deployment} that can be rehearsed. */
  public static RehearsalDeployment of(Deployment deployment, Limits limits) {
    Making making = new Making(limits.leaveOut());
    return of(making.pins(deployment), limits, making);
  }

  /**
   * The same, but pinned regions stay pinned, because what was rehearsed may have lost its state.
   */
  static RehearsalDeployment withPins(Deployment deployment, Limits limits) {
    return of(deployment, limits, new Making(limits.leaveOut()));
  }

  private static RehearsalDeployment of(Deployment deployment, Limits limits, Making making) {
    Deployment made = making.state(deployment);
    making.zone(deployment.zone());
    made = making.regions(made, limits.ours());
    made = making.endpoints(made);
    made = making.switches(made);
    made = making.privateZone(made);
    made = making.alerts(made);
    return new RehearsalDeployment(made, limits, making.notes, making.problems);
  }

  /** Collects notes and problems while the parts are replaced. */
  private static final class Making {
    private final boolean leaveOut;
    private final List<String> notes = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

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
      return DeploymentChanges.of(deployment).state(state).deployment();
    }

    Deployment regions(Deployment deployment, boolean ours) {
      Map<String, RegionDeclaration> regions = new LinkedHashMap<>();
      deployment.regions().forEach((code, region) -> regions.put(code, region(region, ours)));
      return DeploymentChanges.of(deployment).regions(regions).deployment();
    }

    Deployment pins(Deployment deployment) {
      Map<String, RegionDeclaration> regions = new LinkedHashMap<>();
      deployment
          .regions()
          .forEach(
              (code, region) -> {
                if (region.pinnedOutputs().isPresent()) {
                  notes.add(
                      "regions."
                          + code
                          + ": its pin is not used, because its state can be read here");
                }
                regions.put(
                    code,
                    new RegionDeclaration(
                        code, region.site(), region.healthCheck(), null, region.at()));
              });
      return DeploymentChanges.of(deployment).regions(regions).deployment();
    }

    void zone(ZoneDeclaration zone) {
      if (!(zone.adoption() instanceof ZoneDeclaration.Adoption.Created)) {
        notes.add("zone: a placeholder for " + zone.name() + ", which is empty");
      }
    }

    private RegionDeclaration region(RegionDeclaration region, boolean ours) {
      Site site = region.site();
      KeyPath path = KeyPath.of("regions", region.code());
      if (site.network() instanceof Site.Network.Existing existing) {
        notes.add(path + ": a placeholder for " + existing.vpcId() + " and its subnets");
      }
      if (site.certificate().isPresent()) {
        notes.add(path + ": without HTTPS, because its certificate does not exist in an empty AWS");
      }
      boolean ipv6 = site.ipv6();
      if (ours && ipv6) {
        lacking(
            new Diagnostic(
                region.at(),
                path.key("site").key("ipv6"),
                "the local AWS never finishes IPv6 subnets",
                FIX),
            path + ": without IPv6, because the local AWS never finishes IPv6 subnets");
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
          region.code(), rehearsed, region.healthCheck(), region.pinned(), region.at());
    }

    Deployment endpoints(Deployment deployment) {
      return DeploymentChanges.of(deployment)
          .endpoints(placeholders(deployment.endpoints(), KeyPath.of("endpoints")))
          .deployment();
    }

    /**
     * @param path where the endpoints are declared
     */
    private Map<String, EndpointDeclaration> placeholders(
        Map<String, EndpointDeclaration> declared, KeyPath path) {
      Map<String, EndpointDeclaration> made = new LinkedHashMap<>();
      declared.forEach(
          (name, endpoint) -> {
            if (endpoint.state().isPresent()) {
              notes.add(path.key(name) + ": a placeholder for its state");
            }
            made.put(name, PlaceholderEndpoint.of(endpoint));
          });
      return made;
    }

    Deployment switches(Deployment deployment) {
      Switches declared = deployment.switches();
      if (declared.existingCluster().isEmpty()) {
        return deployment;
      }
      notes.add("switches: a new cluster instead of " + declared.existingCluster().get());
      Switches made = new Switches(declared.regions(), declared.atLeast(), null, declared.at());
      return DeploymentChanges.of(deployment).switches(made).deployment();
    }

    /** Nobody outside gets messages of a rehearsal, or is asked to confirm them. */
    Deployment alerts(Deployment deployment) {
      Alerts declared = deployment.alerts();
      declared.existingTopic().ifPresent(topic -> notes.add("alerts: a new topic, not " + topic));
      List<HttpsEndpoint> https = new ArrayList<>();
      for (HttpsEndpoint endpoint : declared.https()) {
        notes.add("alerts: a placeholder for " + endpoint.address());
        // RFC 2606: no host has a name under .invalid.
        String url = "https://alerts.invalid/" + https.size();
        https.add(new HttpsEndpoint(new HttpsEndpoint.Url(url), endpoint.raw()));
      }
      return DeploymentChanges.of(deployment)
          .alerts(new Alerts(declared.enabled(), declared.emails(), https, null))
          .deployment();
    }

    Deployment privateZone(Deployment deployment) {
      Optional<PrivateZone> found = deployment.privateZone();
      if (found.isEmpty()) {
        return deployment;
      }
      PrivateZone declared = found.get();
      ZoneDeclaration zone = declared.zone();
      if (!(zone.adoption() instanceof ZoneDeclaration.Adoption.Created)) {
        notes.add("private.zone: a new private zone instead of the existing one");
      }
      declared
          .networks()
          .forEach(
              (name, network) ->
                  notes.add("private.networks." + name + ": a placeholder for " + network.vpcId()));
      Map<String, EndpointDeclaration> endpoints =
          placeholders(declared.endpoints(), KeyPath.of("private", "endpoints"));
      ZoneDeclaration created =
          new ZoneDeclaration(
              zone.name(), new ZoneDeclaration.Adoption.Created(), zone.kind(), zone.at());
      return DeploymentChanges.of(deployment)
          .internal(declared.with(created, endpoints, declared.networks()))
          .deployment();
    }

    private void lacking(Diagnostic problem, String note) {
      if (leaveOut) {
        notes.add(note);
      } else {
        problems.add(problem);
      }
    }
  }
}

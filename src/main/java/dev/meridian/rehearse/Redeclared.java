package dev.meridian.rehearse;

import dev.meridian.config.Deployment;
import dev.meridian.config.EndpointDeclaration;
import dev.meridian.config.NameDeclaration;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.config.StateBackend;
import dev.meridian.config.ZoneDeclaration;
import java.util.List;
import java.util.Map;

/** A deployment of which one part is another. */
record Redeclared(Deployment deployment) {

  static Redeclared of(Deployment deployment) {
    return new Redeclared(deployment);
  }

  Redeclared names(List<NameDeclaration> names) {
    return with(
        deployment.zone(), deployment.state(), deployment.regions(), deployment.endpoints(), names);
  }

  Redeclared zone(ZoneDeclaration zone) {
    return with(
        zone, deployment.state(), deployment.regions(), deployment.endpoints(), deployment.names());
  }

  Redeclared state(StateBackend state) {
    return with(
        deployment.zone(), state, deployment.regions(), deployment.endpoints(), deployment.names());
  }

  Redeclared regions(Map<String, RegionDeclaration> regions) {
    return with(
        deployment.zone(), deployment.state(), regions, deployment.endpoints(), deployment.names());
  }

  Redeclared endpoints(Map<String, EndpointDeclaration> endpoints) {
    return with(
        deployment.zone(), deployment.state(), deployment.regions(), endpoints, deployment.names());
  }

  private Redeclared with(
      ZoneDeclaration zone,
      StateBackend state,
      Map<String, RegionDeclaration> regions,
      Map<String, EndpointDeclaration> endpoints,
      List<NameDeclaration> names) {
    return new Redeclared(
        new Deployment(
            deployment.application(),
            deployment.environment(),
            zone,
            state,
            regions,
            endpoints,
            deployment.healthChecks(),
            deployment.cidrCollections(),
            names,
            deployment.alerts(),
            deployment.tags(),
            deployment.silenced()));
  }
}

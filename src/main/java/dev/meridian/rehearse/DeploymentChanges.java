package dev.meridian.rehearse;

import dev.meridian.declaration.Alerts;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.Switches;
import dev.meridian.declaration.ZoneDeclaration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a deployment with some parts replaced. */
final class DeploymentChanges {
  private final Deployment declared;
  private ZoneDeclaration zone;
  private StateBackend state;
  private Map<String, RegionDeclaration> regions;
  private Map<String, EndpointDeclaration> endpoints;
  private List<NameDeclaration> names;
  private Switches switches;
  private @Nullable PrivateZone internal;
  private Alerts alerts;

  private DeploymentChanges(Deployment declared) {
    this.declared = declared;
    this.zone = declared.zone();
    this.state = declared.state();
    this.regions = declared.regions();
    this.endpoints = declared.endpoints();
    this.names = declared.names();
    this.switches = declared.switches();
    this.internal = declared.internal();
    this.alerts = declared.alerts();
  }

  static DeploymentChanges of(Deployment deployment) {
    return new DeploymentChanges(deployment);
  }

  DeploymentChanges zone(ZoneDeclaration other) {
    zone = other;
    return this;
  }

  DeploymentChanges state(StateBackend other) {
    state = other;
    return this;
  }

  DeploymentChanges regions(Map<String, RegionDeclaration> others) {
    regions = others;
    return this;
  }

  DeploymentChanges endpoints(Map<String, EndpointDeclaration> others) {
    endpoints = others;
    return this;
  }

  DeploymentChanges switches(Switches others) {
    switches = others;
    return this;
  }

  DeploymentChanges alerts(Alerts others) {
    alerts = others;
    return this;
  }

  DeploymentChanges names(List<NameDeclaration> others) {
    names = others;
    return this;
  }

  DeploymentChanges internal(PrivateZone other) {
    internal = other;
    return this;
  }

  Deployment deployment() {
    return new Deployment(
        declared.application(),
        declared.environment(),
        declared.originalName(),
        zone,
        state,
        regions,
        endpoints,
        declared.accelerators(),
        declared.healthChecks(),
        declared.cidrCollections(),
        names,
        declared.records(),
        declared.goals(),
        alerts,
        declared.changeLimits(),
        declared.tags(),
        declared.silenced(),
        declared.ownership(),
        switches,
        internal);
  }
}

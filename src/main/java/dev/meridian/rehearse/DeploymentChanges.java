package dev.meridian.rehearse;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.model.CidrCollection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies a deployment with some parts replaced. */
final class DeploymentChanges {
  private final Deployment declared;
  private ZoneDeclaration zone;
  private StateBackend state;
  private Map<String, RegionDeclaration> regions;
  private Map<String, EndpointDeclaration> endpoints;
  private Map<String, HealthCheckDeclaration> healthChecks;
  private SortedMap<String, CidrCollection> cidrCollections;
  private List<NameDeclaration> names;

  private DeploymentChanges(Deployment declared) {
    this.declared = declared;
    this.zone = declared.zone();
    this.state = declared.state();
    this.regions = declared.regions();
    this.endpoints = declared.endpoints();
    this.healthChecks = declared.healthChecks();
    this.cidrCollections = declared.cidrCollections();
    this.names = declared.names();
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

  DeploymentChanges healthChecks(Map<String, HealthCheckDeclaration> others) {
    healthChecks = others;
    return this;
  }

  DeploymentChanges withoutCidrCollections() {
    cidrCollections = new TreeMap<>();
    return this;
  }

  DeploymentChanges names(List<NameDeclaration> others) {
    names = others;
    return this;
  }

  Deployment deployment() {
    return new Deployment(
        declared.application(),
        declared.environment(),
        zone,
        state,
        regions,
        endpoints,
        healthChecks,
        cidrCollections,
        names,
        declared.records(),
        declared.goals(),
        declared.alerts(),
        declared.tags(),
        declared.silenced());
  }
}

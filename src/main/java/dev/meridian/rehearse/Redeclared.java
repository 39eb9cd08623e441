package dev.meridian.rehearse;

import dev.meridian.config.Deployment;
import dev.meridian.config.EndpointDeclaration;
import dev.meridian.config.HealthCheckDeclaration;
import dev.meridian.config.NameDeclaration;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.config.StateBackend;
import dev.meridian.config.ZoneDeclaration;
import dev.meridian.model.CidrCollection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A deployment of which some parts are others than declared. */
final class Redeclared {
  private final Deployment declared;
  private ZoneDeclaration zone;
  private StateBackend state;
  private Map<String, RegionDeclaration> regions;
  private Map<String, EndpointDeclaration> endpoints;
  private Map<String, HealthCheckDeclaration> healthChecks;
  private SortedMap<String, CidrCollection> cidrCollections;
  private List<NameDeclaration> names;

  private Redeclared(Deployment declared) {
    this.declared = declared;
    this.zone = declared.zone();
    this.state = declared.state();
    this.regions = declared.regions();
    this.endpoints = declared.endpoints();
    this.healthChecks = declared.healthChecks();
    this.cidrCollections = declared.cidrCollections();
    this.names = declared.names();
  }

  static Redeclared of(Deployment deployment) {
    return new Redeclared(deployment);
  }

  Redeclared zone(ZoneDeclaration other) {
    zone = other;
    return this;
  }

  Redeclared state(StateBackend other) {
    state = other;
    return this;
  }

  Redeclared regions(Map<String, RegionDeclaration> others) {
    regions = others;
    return this;
  }

  Redeclared endpoints(Map<String, EndpointDeclaration> others) {
    endpoints = others;
    return this;
  }

  Redeclared healthChecks(Map<String, HealthCheckDeclaration> others) {
    healthChecks = others;
    return this;
  }

  Redeclared withoutCidrCollections() {
    cidrCollections = new TreeMap<>();
    return this;
  }

  Redeclared names(List<NameDeclaration> others) {
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
        declared.goals(),
        declared.alerts(),
        declared.tags(),
        declared.silenced());
  }
}

package dev.meridian.builder;

import java.util.List;

/**
 * Settings of a region's network, load balancer and servers: the declaration's {@code site}.
 * Settings that are not set have the common value, otherwise the default. Immutable: each method
 * returns a copy.
 */
public final class SiteSettings {
  private final Mapping site;
  private final Mapping network;
  private final Mapping servers;
  private final Mapping targetCheck;

  private SiteSettings(Mapping site, Mapping network, Mapping servers, Mapping targetCheck) {
    this.site = site;
    this.network = network;
    this.servers = servers;
    this.targetCheck = targetCheck;
  }

  /** The defaults. */
  public static SiteSettings defaults() {
    return new SiteSettings(Mapping.EMPTY, Mapping.EMPTY, Mapping.EMPTY, Mapping.EMPTY);
  }

  /** The IPv4 CIDR block of a new VPC, /16 to /24; by default, 10.0.0.0/16. */
  public SiteSettings cidr(String block) {
    return network(network.with("cidr", block));
  }

  /** The number of availability zones, each with a public subnet, 2 to 6; by default, 2. */
  public SiteSettings availabilityZones(int count) {
    return network(network.with("availability-zones", count));
  }

  /**
   * An existing VPC and its public subnets, instead of a new one.
   *
   * @param vpcId such as {@code vpc-0123456789abcdef0}
   * @param subnetIds two or more, in different availability zones
   */
  public SiteSettings existingNetwork(String vpcId, String... subnetIds) {
    return network(network.with("vpc", vpcId).with("subnets", List.of(subnetIds)));
  }

  /** The number of instances in the Auto Scaling group, 0 to 500; by default, 2. */
  public SiteSettings servers(int count) {
    return servers(servers.with("count", count));
  }

  /** The servers' EC2 instance type; by default, t3.micro. */
  public SiteSettings instanceType(String type) {
    return servers(servers.with("instance-type", type));
  }

  /** No servers: you register your own targets. */
  public SiteSettings withoutServers() {
    return servers(0);
  }

  /** The port on which the servers listen, 1 to 65535; by default, 80. */
  public SiteSettings targetPort(int port) {
    return targetCheck("port", port);
  }

  /** The path that the load balancer requests from its targets; by default, /health. */
  public SiteSettings targetPath(String path) {
    return targetCheck("path", path);
  }

  /** Seconds between the load balancer's checks of a target, 5 to 300; by default, 30. */
  public SiteSettings targetInterval(int seconds) {
    return targetCheck("interval", seconds);
  }

  /** Seconds within which a target must answer, 2 to 120; by default, 5. */
  public SiteSettings targetTimeout(int seconds) {
    return targetCheck("timeout", seconds);
  }

  /** Consecutive successes that make a target healthy, 2 to 10; by default, 2. */
  public SiteSettings healthyThreshold(int checks) {
    return targetCheck("healthy-threshold", checks);
  }

  /** Consecutive failures that make a target unhealthy, 2 to 10; by default, 3. */
  public SiteSettings unhealthyThreshold(int checks) {
    return targetCheck("unhealthy-threshold", checks);
  }

  /** The ARN of an ACM certificate of the region, for an HTTPS listener. */
  public SiteSettings certificate(String arn) {
    return site(site.with("certificate", arn));
  }

  /** Whether a Network Load Balancer with an Elastic IP per zone is in front; by default, false. */
  public SiteSettings staticAddresses(boolean on) {
    return site(site.with("static-addresses", on));
  }

  /** Whether the network and the load balancer are dual-stack; by default, false. */
  public SiteSettings ipv6(boolean on) {
    return site(site.with("ipv6", on));
  }

  private SiteSettings site(Mapping other) {
    return new SiteSettings(other, network, servers, targetCheck);
  }

  private SiteSettings network(Mapping other) {
    return new SiteSettings(site, other, servers, targetCheck);
  }

  private SiteSettings servers(Mapping other) {
    return new SiteSettings(site, network, other, targetCheck);
  }

  private SiteSettings targetCheck(String key, Object value) {
    return new SiteSettings(site, network, servers, targetCheck.with(key, value));
  }

  Mapping mapping() {
    Mapping all = site;
    all = network.isEmpty() ? all : all.with("network", network);
    all = servers.isEmpty() ? all : all.with("servers", servers);
    return targetCheck.isEmpty() ? all : all.with("target-check", targetCheck);
  }
}

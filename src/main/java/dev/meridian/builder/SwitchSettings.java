package dev.meridian.builder;

import java.util.List;

/** Regions that people can take out of service; docs/recovery-controls.md. Immutable. */
public final class SwitchSettings {
  private final Mapping mapping;

  private SwitchSettings(Mapping mapping) {
    this.mapping = mapping;
  }

  /** A new cluster, whose price you accept: 2.50 $ per hour, about 1,825 $ per month. */
  public static SwitchSettings newClusterAtItsPrice() {
    return new SwitchSettings(Mapping.of("cost", "accepted"));
  }

  /** A cluster that exists, by its ARN. */
  public static SwitchSettings inCluster(String arn) {
    return new SwitchSettings(Mapping.of("cluster", arn));
  }

  /** The regions with a switch; by default, all. */
  public SwitchSettings regions(String... codes) {
    return new SwitchSettings(mapping.with("regions", List.of(codes)));
  }

  /** How many of them stay in service; by default, 1. */
  public SwitchSettings atLeast(int regions) {
    return new SwitchSettings(mapping.with("at-least", regions));
  }

  Mapping mapping() {
    return mapping;
  }
}

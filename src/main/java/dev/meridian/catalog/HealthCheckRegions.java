package dev.meridian.catalog;

import dev.meridian.model.CheckerRegion;
import java.util.Arrays;
import java.util.List;

/** Where Route 53's health checkers are. */
public final class HealthCheckRegions {

  private HealthCheckRegions() {}

  /** The Regions of {@link CheckerRegion}, with their coordinates. */
  public static List<AwsRegion> all() {
    return Arrays.stream(CheckerRegion.values()).map(HealthCheckRegions::region).toList();
  }

  private static AwsRegion region(CheckerRegion checker) {
    return AwsRegions.byCode(checker.code()).orElseThrow();
  }
}

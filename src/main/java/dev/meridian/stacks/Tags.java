package dev.meridian.stacks;

import dev.meridian.declaration.Deployment;
import dev.meridian.stacks.hcl.HclText;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags of all resources in a stack. */
public final class Tags {
  /** The Region tag of what belongs to a private zone. */
  public static final String PRIVATE = "private";

  private Tags() {}

  /** The file's tags and Meridian's own, which take precedence; escaped for CDKTF. */
  static SortedMap<String, String> of(Deployment deployment, String region) {
    SortedMap<String, String> tags = new TreeMap<>();
    deployment.tags().forEach((key, value) -> tags.put(HclText.key(key), HclText.literal(value)));
    owner(deployment).forEach((key, value) -> tags.put(HclText.key(key), value));
    tags.put(HclText.key("Region"), region);
    return Collections.unmodifiableSortedMap(tags);
  }

  /**
   * The value of the tag {@code Region} of resources that belong to no region. It is different for
   * the private zone, so that the health checks of the two zones can be distinguished.
   */
  static String global(Deployment deployment) {
    return deployment.isPrivateZone() ? PRIVATE : DnsStack.GLOBAL;
  }

  /** The tags that identify a deployment's resources in AWS. */
  public static Map<String, String> owner(Deployment deployment) {
    return Map.of(
        "Application",
        deployment.application(),
        "Environment",
        deployment.environment(),
        "ManagedBy",
        "Meridian");
  }
}

package dev.meridian.stacks;

import dev.meridian.declaration.Deployment;
import dev.meridian.stacks.hcl.HclText;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags of all resources in a stack. */
public final class Tags {
  private Tags() {}

  /** The file's tags and Meridian's own, which take precedence; escaped for CDKTF. */
  static SortedMap<String, String> of(Deployment deployment, String region) {
    SortedMap<String, String> tags = new TreeMap<>();
    deployment.tags().forEach((key, value) -> tags.put(HclText.key(key), HclText.literal(value)));
    owner(deployment).forEach((key, value) -> tags.put(HclText.key(key), value));
    tags.put(HclText.key("Region"), region);
    return Collections.unmodifiableSortedMap(tags);
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

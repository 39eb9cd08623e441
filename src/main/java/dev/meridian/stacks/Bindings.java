package dev.meridian.stacks;

import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;

/**
 * The bindings of the AWS provider. Two sets on one class path would shadow each other's classes;
 * the order would decide which ones.
 */
final class Bindings {
  private static final String MODULE = "com/hashicorp/cdktf/providers/aws/$Module.class";

  private Bindings() {}

  /** Throws if there are two sets. */
  static void requireOne() {
    try {
      requireOne(
          Collections.list(AwsProvider.class.getClassLoader().getResources(MODULE)).stream()
              .distinct()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void requireOne(List<URL> sets) {
    if (sets.size() > 1) {
      throw new IllegalStateException(
          "Two sets of bindings of the AWS provider are on the class path: "
              + String.join(", ", sets.stream().map(URL::toString).toList())
              + ". Keep the one of com.hashicorp:cdktf-provider-aws that has all modules you need;"
              + " docs/library.md shows how to make one.");
    }
  }
}

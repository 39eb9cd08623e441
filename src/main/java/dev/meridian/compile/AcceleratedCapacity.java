package dev.meridian.compile;

import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.Deployment;

/**
 * Refuses the capacity of regions behind an accelerator: which part of its traffic goes to which
 * region is not known, so nothing can be said about the load of a region.
 */
final class AcceleratedCapacity {
  private AcceleratedCapacity() {}

  static void check(Deployment deployment, PlanBuilder builder) {
    for (AcceleratorDeclaration accelerator : deployment.accelerators().values()) {
      deployment
          .goals()
          .capacity()
          .forEach(
              (name, capacity) -> {
                if (accelerator.groups().containsKey(name)) {
                  builder.problem(
                      capacity.origin(),
                      name
                          + " is behind the accelerator "
                          + accelerator.name()
                          + ", and how that divides its traffic among regions is not known",
                      "declare the capacity of " + accelerator.name() + " instead");
                }
              });
    }
  }
}

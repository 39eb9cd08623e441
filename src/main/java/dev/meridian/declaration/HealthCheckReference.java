package dev.meridian.declaration;

/** The health check of an endpoint or a branch. */
public sealed interface HealthCheckReference {

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of reference. */
  interface Cases<R> {
    R inherited(Inherited reference);

    R none(None reference);

    R named(Named reference);

    R inline(Inline reference);
  }

  /**
   * The health check of the branch's endpoint. Only branches have this reference. Without a health
   * check of their own, regions and endpoints have the file's common one. Aliases to AWS resources
   * have {@link None}, because Route 53 gets their health from AWS.
   */
  record Inherited() implements HealthCheckReference {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.inherited(this);
    }
  }

  /** {@code health-check: none}. */
  record None() implements HealthCheckReference {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.none(this);
    }
  }

  /** One of {@code health-checks}. */
  record Named(String name) implements HealthCheckReference {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.named(this);
    }
  }

  /** A probe that is defined inline, or the alarm of an internal load balancer. */
  record Inline(HealthCheckDeclaration check) implements HealthCheckReference {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.inline(this);
    }
  }
}

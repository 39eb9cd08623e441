package dev.meridian.declaration;

/** Which health check guards an endpoint or a branch. */
public sealed interface HealthCheckReference {

  /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
  <R> R accept(Cases<R> cases);

  /** One method a kind of reference. */
  interface Cases<R> {
    R inherited(Inherited reference);

    R none(None reference);

    R named(Named reference);

    R inline(Inline reference);
  }

  /**
   * Nothing was said, which only a branch can do: it takes its endpoint's. Regions and endpoints
   * carry the file's common reference where they have none of their own; an alias to an AWS
   * resource, whose health Route 53 asks for, carries {@link None}.
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

  /** Written in place, always a probe. */
  record Inline(HealthCheckDeclaration check) implements HealthCheckReference {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.inline(this);
    }
  }
}

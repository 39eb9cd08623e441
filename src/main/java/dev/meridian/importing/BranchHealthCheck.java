package dev.meridian.importing;

import java.util.List;
import java.util.Optional;

/** The health checks of one branch's records. */
sealed interface BranchHealthCheck {

  /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
  <R> R accept(Cases<R> cases);

  /** One method per form. */
  interface Cases<R> {
    R none();

    R one(One check);

    R each(Each checks);
  }

  /** The ids of all checks, in order; empty for no check. */
  default List<String> ids() {
    return accept(
        new Cases<>() {
          @Override
          public List<String> none() {
            return List.of();
          }

          @Override
          public List<String> one(One check) {
            return List.of(check.id());
          }

          @Override
          public List<String> each(Each checks) {
            return checks.ids();
          }
        });
  }

  /** The id of a single check for all addresses. */
  default Optional<String> single() {
    return this instanceof One one ? Optional.of(one.id()) : Optional.empty();
  }

  /** No record has a health check. */
  record None() implements BranchHealthCheck {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.none();
    }
  }

  /** One health check for all records, however many addresses they have. */
  record One(String id) implements BranchHealthCheck {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.one(this);
    }
  }

  /**
   * One check per address. The checks differ only in the address.
   *
   * @param ids in the order of the addresses
   */
  record Each(List<String> ids) implements BranchHealthCheck {
    public Each {
      ids = List.copyOf(ids);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.each(this);
    }
  }
}

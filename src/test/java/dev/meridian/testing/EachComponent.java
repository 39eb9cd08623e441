package dev.meridian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * Checks {@code equals} and {@code hashCode} that a record writes itself: two records are equal if
 * and only if all components are.
 */
public final class EachComponent {
  private EachComponent() {}

  /**
   * Checks {@code base}.
   *
   * @param copy another instance with the same components
   * @param others for each component of the record, an instance that differs from {@code base} in
   *     that component only
   */
  public static <R extends Record> void counts(R base, R copy, List<R> others) {
    assertThat(base.getClass().getRecordComponents()).hasSameSizeAs(others);
    assertThat(copy).isNotSameAs(base).isEqualTo(base).hasSameHashCodeAs(base);
    assertThat(base).isNotEqualTo(null).isNotEqualTo(base.toString());
    others.forEach(other -> assertThat(other).isNotEqualTo(base));
  }
}

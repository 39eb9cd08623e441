package dev.meridian.declaration;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who must answer; endpoints by their declared names. */
public sealed interface ExpectedAnswer {

  /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
  <R> R accept(Cases<R> cases);

  /** One method a form. */
  interface Cases<R> {
    R nobody(Nobody answer);

    R among(Among answer);

    R shared(Shared answer);
  }

  /** No answer. */
  record Nobody() implements ExpectedAnswer {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.nobody(this);
    }
  }

  /** Each of these with some chance, and nobody else. */
  record Among(List<String> endpoints) implements ExpectedAnswer {
    public Among {
      endpoints = List.copyOf(endpoints);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.among(this);
    }
  }

  /**
   * Each with exactly its weight's share of the sum.
   *
   * @param weights from 1
   */
  record Shared(SortedMap<String, Integer> weights) implements ExpectedAnswer {
    public Shared {
      weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.shared(this);
    }
  }
}

package dev.meridian.declaration;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The expected answer. Endpoints have their declared names. */
public sealed interface ExpectedAnswer {

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** One method per form. */
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

  /** Each of these endpoints with a probability above 0, and no other. */
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
   * Each endpoint with exactly its share: its weight divided by the sum of the weights.
   *
   * @param weights 1..1000000, by endpoint
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

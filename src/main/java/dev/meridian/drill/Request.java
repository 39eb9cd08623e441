package dev.meridian.drill;

import dev.meridian.resolve.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client.
 *
 * @param at seconds after the beginning
 * @param endpoints those that its resolver answered with, in the order of the answer
 * @param reached the first of them that it could connect to; null if it was none
 */
record Request(
    double at, Place place, Question question, List<String> endpoints, @Nullable String reached) {
  Request {
    endpoints = List.copyOf(endpoints);
  }

  boolean isAnswered() {
    return !endpoints.isEmpty();
  }

  boolean isLost() {
    return reached == null;
  }
}

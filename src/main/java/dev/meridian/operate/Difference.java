package dev.meridian.operate;

import java.util.Comparator;

/**
 * One difference from the declaration.
 *
 * @param subject the record set, as {@code record api.example.com A us-east-1}, or the health check
 *     or CIDR collection
 * @param field the field that differs; {@code presence} if the whole subject is missing or
 *     unexpected
 * @param expected the declared value; {@code absent} for something that should not exist
 * @param found the actual value; {@code absent} for something that does not exist
 */
public record Difference(String subject, String field, String expected, String found)
    implements Comparable<Difference> {
  public static final String PRESENCE = "presence";
  public static final String ABSENT = "absent";
  private static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::subject)
          .thenComparing(Difference::field)
          .thenComparing(Difference::expected);

  @Override
  public int compareTo(Difference other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return subject + ": " + field + " is " + found + ", expected " + expected;
  }
}

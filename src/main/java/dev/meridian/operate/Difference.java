package dev.meridian.operate;

import java.util.Comparator;

/**
 * One thing that is not as declared.
 *
 * @param subject the record set, as {@code record api.example.com A us-east-1}, or the health check
 *     or CIDR collection
 * @param field what of it differs; {@code presence} where the whole is missing or too many
 * @param expected as declared; {@code absent} for what should not be there
 * @param found as it is; {@code absent} for what is not there
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

package dev.meridian.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The application and environment that an ownership record names, such as {@code "meridian
 * application=shop environment=production"}.
 *
 * @param application 1..32 characters: a-z, 0-9 and -, starting with a letter
 * @param environment the same form
 * @param zone the zone, if the owner has all of it; null if it has only single names
 */
public record Owner(String application, String environment, @Nullable DnsName zone) {
  /** The first label of an ownership record's name, or the part of it before a hyphen. */
  public static final String LABEL = "_meridian";

  private static final String WORD = "([a-z][a-z0-9-]{0,31})";
  private static final Pattern TEXT =
      Pattern.compile(
          "\"meridian application=" + WORD + " environment=" + WORD + "(?: zone=([^\" ]+))?\"");

  /** The owner that {@code record} names; empty if it is not an ownership record. */
  public static Optional<Owner> of(RecordSet record) {
    if (record.type() != RecordType.TXT
        || !isName(record.name().text())
        || !(record.data() instanceof RecordData.Values data)) {
      return Optional.empty();
    }
    List<Value> values = data.values();
    return values.size() == 1 && values.get(0) instanceof Value.Literal value
        ? of(value.text())
        : Optional.empty();
  }

  /**
   * Whether these are the arguments of an ownership record in Terraform.
   *
   * @param values without the quotes, as the provider takes them
   */
  public static boolean isRecord(String name, String type, List<String> values) {
    return type.equals(RecordType.TXT.name())
        && isName(name)
        && values.size() == 1
        && of('"' + values.get(0) + '"').isPresent();
  }

  private static boolean isName(String name) {
    return name.split("[.-]", 2)[0].equals(LABEL);
  }

  /** Whether record sets of one name and type are an ownership record. */
  public static boolean isRecord(Collection<RecordSet> group) {
    return group.size() == 1 && of(group.iterator().next()).isPresent();
  }

  private static Optional<Owner> of(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<DnsName> zone =
        Optional.ofNullable(matcher.group(3)).flatMap(name -> DnsName.of(Value.literal(name)));
    return Optional.of(new Owner(matcher.group(1), matcher.group(2), zone.orElse(null)));
  }

  /** Whether both are the same application and environment. */
  public boolean isSame(Owner other) {
    return application.equals(other.application) && environment.equals(other.environment);
  }

  /** The value of the TXT record, in quotes. */
  public String text() {
    String scope = zone == null ? "" : " zone=" + zone;
    return "\"meridian application=" + application + " environment=" + environment + scope + "\"";
  }

  @Override
  public String toString() {
    return "application " + application + ", environment " + environment;
  }
}

package dev.meridian.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fully qualified domain name as Route 53 stores it: lower case, without the trailing dot, {@code
 * \052} written as {@code *}.
 *
 * @param text the name, 1..255 octets in labels of 1..63 octets (RFC 1035, section 2.3.4)
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html">DNS
 *     domain name format</a>
 */
public record DnsName(String text) implements Comparable<DnsName> {
  private static final int MAX_NAME = 255;
  private static final int MAX_LABEL = 63;
  private static final Pattern LABEL =
      Pattern.compile("(?:[!-\\[\\]-~&&[^.]]|\\\\[0-3][0-7]{2})++");

  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-3][0-7]{2})");

  public DnsName {
    text = plain(text).toLowerCase(Locale.ROOT);
    if (text.endsWith(".")) {
      text = text.substring(0, text.length() - 1);
    }
    if (text.isEmpty() || octets(text) > MAX_NAME) {
      throw new InvalidValue(
          "the domain name \""
              + text
              + "\" has "
              + octets(text)
              + " octets, outside 1.."
              + MAX_NAME,
          "write a name such as api.example.com");
    }
    for (String label : text.split("\\.", -1)) {
      checkLabel(text, label);
    }
  }

  /** The name in {@code value}; empty if the value is not a domain name or not known yet. */
  public static Optional<DnsName> of(Value value) {
    if (value instanceof Value.Literal literal) {
      try {
        return Optional.of(new DnsName(literal.text()));
      } catch (InvalidValue e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Replaces all escapes that are not necessary, so that each name has one spelling. */
  private static String plain(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape -> {
              char octet = (char) Integer.parseInt(escape.group(1), 8);
              boolean needed = octet <= ' ' || octet > '~' || octet == '.' || octet == '\\';
              return Matcher.quoteReplacement(needed ? escape.group() : String.valueOf(octet));
            });
  }

  private static int octets(String text) {
    return text.indexOf('\\') < 0 ? text.length() : ESCAPE.matcher(text).replaceAll("x").length();
  }

  private static void checkLabel(String name, String label) {
    if (label.isEmpty() || octets(label) > MAX_LABEL) {
      throw new InvalidValue(
          "a label of \"" + name + "\" has " + octets(label) + " octets, outside 1.." + MAX_LABEL,
          "shorten the label, or remove the extra dot");
    }
    if (!LABEL.matcher(label).matches()) {
      throw new InvalidValue(
          "\"" + name + "\" contains a character that is not allowed in a domain name",
          "use a-z, 0-9, - and _; write other characters as octal escapes such as \\040");
    }
  }

  /**
   * True if the leftmost label is {@code *}. Anywhere else, an asterisk is an ordinary character.
   */
  public boolean isWildcard() {
    return text.equals("*") || text.startsWith("*.");
  }

  /** True for {@code zone} itself and every name below it. */
  public boolean isWithin(DnsName zone) {
    return equals(zone) || text.endsWith("." + zone.text);
  }

  /**
   * The labels before {@code zone}, such as {@code a.b} of {@code a.b.example.com} in {@code
   * example.com}; empty for the zone itself and for names that are not within it.
   */
  public Optional<String> relativeTo(DnsName zone) {
    return equals(zone) || !isWithin(zone)
        ? Optional.empty()
        : Optional.of(text.substring(0, text.length() - zone.text.length() - 1));
  }

  /** The name one label up, or empty for a single label. */
  public Optional<DnsName> parent() {
    int dot = text.indexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(new DnsName(text.substring(dot + 1)));
  }

  /** The name {@code labels.this}; {@code labels} can contain dots. */
  public DnsName child(String labels) {
    return new DnsName(labels + "." + text);
  }

  public List<String> labels() {
    return Arrays.asList(text.split("\\."));
  }

  @Override
  public int compareTo(DnsName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DnsName that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}

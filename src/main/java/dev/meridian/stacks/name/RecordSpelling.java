package dev.meridian.stacks.name;

import dev.meridian.model.DnsName;
import dev.meridian.model.IpAddresses;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a record set's identifier in Terraform. Its plain spelling is the name, branch and
 * type, separated by {@code _}, such as {@code latency_api_eu-west-1_aaaa}.
 *
 * @param name below the zone, such as {@code latency.api}; {@code apex} for the zone itself
 */
public record RecordSpelling(String name, @Nullable String setIdentifier, RecordType type) {
  private static final String ZONE = "@";
  private static final String APEX = "apex";
  private static final String ASTERISK = "*";
  private static final String WILDCARD = "wildcard";
  private static final List<RecordType> SUFFIXES = List.of(RecordType.AAAA, RecordType.CNAME);

  /** Whether {@code names} declares records of the type, which 0.1.0 could create too. */
  static boolean isRouted(RecordType type) {
    return type == RecordType.A || SUFFIXES.contains(type);
  }

  public static Spelling of(DnsName zone, RecordKey key) {
    return isRouted(key.group().type()) ? ofRouted(zone, key) : OtherSpelling.of(zone, key);
  }

  private static Spelling ofRouted(DnsName zone, RecordKey key) {
    String below = key.group().name().relativeTo(zone).orElse(ZONE);
    RecordSpelling spelling =
        new RecordSpelling(below, key.identifier().orElse(null), key.group().type());
    String plain = spelling.plain();
    return Spelling.of(key.toString(), plain, read(plain).equals(spelling));
  }

  private String plain() {
    String words =
        name.equals(ZONE)
            ? APEX
            : firstLabel().equals(ASTERISK) ? WILDCARD + name.substring(1) : name;
    String branch = setIdentifier == null ? "" : "_" + setIdentifier;
    return Spelling.plain(words + branch + (type == RecordType.A ? "" : suffix(type)));
  }

  private String firstLabel() {
    return name.split("\\.", 2)[0];
  }

  private static String suffix(RecordType type) {
    return "_" + type.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a plain spelling: the last part is the type if possible, the part before it is the
   * branch, and the others are labels. A name of several labels without a branch reads as another.
   */
  private static RecordSpelling read(String plain) {
    RecordType type = RecordType.A;
    String rest = Spelling.withoutPrefix(plain);
    for (RecordType other : SUFFIXES) {
      if (rest.endsWith(suffix(other)) && rest.length() > suffix(other).length()) {
        type = other;
        rest = rest.substring(0, rest.length() - suffix(other).length());
        break;
      }
    }
    // Groups that only aliases point to have names such as _api-us-east-1.
    int from = rest.startsWith("_") ? 1 : 0;
    List<String> parts = List.of(rest.substring(from).split("_", -1));
    int branch = parts.size() == 1 ? 1 : branch(parts, type);
    String labels = "_".repeat(from) + String.join(".", parts.subList(0, branch));
    String separator = type == RecordType.AAAA ? ":" : ".";
    String identifier =
        parts.size() == 1 ? null : String.join(separator, parts.subList(branch, parts.size()));
    return new RecordSpelling(named(labels), identifier, type);
  }

  private static String named(String labels) {
    if (labels.equals(APEX)) {
      return ZONE;
    }
    return labels.equals(WILDCARD) || labels.startsWith(WILDCARD + ".")
        ? ASTERISK + labels.substring(WILDCARD.length())
        : labels;
  }

  /** The position of the branch: the last part, or the parts that end with an address. */
  private static int branch(List<String> parts, RecordType type) {
    String separator = type == RecordType.AAAA ? ":" : ".";
    for (int from = 1; from < parts.size() - 1; from++) {
      String whole = String.join(separator, parts.subList(from, parts.size()));
      int hyphen = whole.lastIndexOf('-');
      if (hyphen > 0 && IpAddresses.of(whole.substring(hyphen + 1)).isPresent()) {
        return from;
      }
    }
    return parts.size() - 1;
  }
}

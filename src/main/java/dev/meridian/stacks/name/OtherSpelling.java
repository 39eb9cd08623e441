package dev.meridian.stacks.name;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The identifier in Terraform of a record set of a type that {@code records} declares: the name and
 * the type, separated by {@code __}, such as {@code apex__mx} and {@code _sip__tcp__srv}. A routed
 * record's identifier never reads back with such an end, so no two can be the same.
 */
final class OtherSpelling {
  private static final String APEX = "apex";
  private static final String WILDCARD = "wildcard";

  /** Labels in which each {@code _} shows whether it was a dot. */
  private static final Pattern CLEAR =
      Pattern.compile("(?:\\*\\.)?_?[a-z0-9-]+(?:\\._?[a-z0-9-]+)*");

  private OtherSpelling() {}

  static Spelling of(DnsName zone, RecordKey key) {
    String below = key.group().name().relativeTo(zone).orElse("");
    String words =
        below.isEmpty()
            ? APEX
            : below.equals("*") || below.startsWith("*.") ? WILDCARD + below.substring(1) : below;
    String type = key.group().type().name().toLowerCase(Locale.ROOT);
    boolean clear =
        key.setIdentifier() == null
            && (below.isEmpty() || below.equals("*") || CLEAR.matcher(below).matches())
            && !below.matches("(?:" + APEX + "|" + WILDCARD + "(?:\\..*)?|[0-9-].*)");
    return Spelling.of(key.toString(), Spelling.plain(words + "__" + type), clear);
  }
}

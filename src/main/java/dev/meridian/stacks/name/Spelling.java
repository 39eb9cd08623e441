package dev.meridian.stacks.name;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Spells a name for Terraform, which allows only letters, digits, {@code _} and {@code -}. The
 * plain spelling does not show what was changed, so each kind of name defines how to read it back.
 * A name that reads back correctly keeps its plain spelling. Every other name gets a hash of the
 * original. So an identifier depends on its own name alone, and no two names can have the same one
 * (docs/adr/0030).
 *
 * @param plain with {@code _} instead of characters that Terraform does not allow
 * @param identifier the plain spelling, or with a hash appended
 */
public record Spelling(String plain, String identifier) {
  /** A plain spelling that could be another name's spelling with its hash. */
  private static final Pattern HASHED = Pattern.compile(".+_[0-9a-f]{6}");

  /** Properties of every JavaScript object, so that CDKTF takes these names for used. */
  private static final Set<String> TAKEN =
      Set.of(
          "__defineGetter__",
          "__defineSetter__",
          "__lookupGetter__",
          "__lookupSetter__",
          "__proto__",
          "constructor",
          "hasOwnProperty",
          "isPrototypeOf",
          "propertyIsEnumerable",
          "toLocaleString",
          "toString",
          "valueOf");

  /**
   * @param plain the plain spelling of {@code original}
   * @param readsBack whether the reading of {@code plain} is {@code original}
   */
  static Spelling of(String original, String plain, boolean readsBack) {
    boolean clear = readsBack && !HASHED.matcher(plain).matches() && !TAKEN.contains(plain);
    return new Spelling(plain, clear ? plain : plain + "_" + AwsName.hash(original));
  }

  /**
   * Spells a name that Terraform usually allows unchanged, such as the name of an endpoint or a
   * health check.
   */
  public static Spelling ofName(String name) {
    String plain = plain(name);
    return of(name, plain, withoutPrefix(plain).equals(name));
  }

  /** Spells a domain name, whose dots become {@code _}. */
  public static Spelling ofDomain(String domain) {
    String plain = plain(domain);
    return of(domain, plain, plain.replace('_', '.').equals(domain));
  }

  /**
   * Spells an email address such as {@code first.last@example.com}, whose domain has two labels.
   */
  static Spelling ofEmail(String email) {
    String plain = plain(email);
    List<String> parts = List.of(withoutPrefix(plain).split("_", -1));
    int at = parts.size() - 2;
    boolean readsBack =
        at > 0
            && email.equals(
                String.join(".", parts.subList(0, at))
                    + "@"
                    + String.join(".", parts.subList(at, parts.size())));
    return of(email, plain, readsBack);
  }

  /**
   * Replaces other characters with {@code _}, and adds one before a character that cannot begin an
   * identifier.
   */
  static String plain(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9_-]", "_");
    return Character.isLetter(safe.charAt(0)) || safe.charAt(0) == '_' ? safe : "_" + safe;
  }

  /** {@code plain} without the {@code _} that {@link #plain} puts before digits and hyphens. */
  static String withoutPrefix(String plain) {
    return plain.matches("_[0-9-].*") ? plain.substring(1) : plain;
  }
}

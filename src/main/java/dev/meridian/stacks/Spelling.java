package dev.meridian.stacks;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the name of a thing is spelled where Terraform takes nothing but letters, digits, {@code _}
 * and {@code -}. The plain spelling says little about what was altered, so each kind of name has a
 * reading of it. A name that the reading gives back keeps its plain spelling. Every other name gets
 * a hash of the original. So an identifier depends on its own name alone, and no two names can have
 * the same one (docs/adr/0030).
 *
 * @param plain with {@code _} for what Terraform does not take
 * @param identifier the same, or with a hash behind it
 */
record Spelling(String plain, String identifier) {
  /** A plain spelling that could be another name's spelling with its hash. */
  private static final Pattern HASHED = Pattern.compile(".+_[0-9a-f]{6}");

  /** What every object of JavaScript has, so that CDKTF believes these names are taken. */
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

  /** Of a name that Terraform could take as it is, such as an endpoint's or a health check's. */
  static Spelling ofName(String name) {
    String plain = plain(name);
    return of(name, plain, withoutPrefix(plain).equals(name));
  }

  /** Of an address such as {@code first.last@example.com}: its domain has two labels. */
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

  /** Other characters become {@code _}, and one is put before what cannot begin an identifier. */
  static String plain(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9_-]", "_");
    return Character.isLetter(safe.charAt(0)) || safe.charAt(0) == '_' ? safe : "_" + safe;
  }

  /** {@code plain} without the {@code _} that {@link #plain} puts before digits and hyphens. */
  static String withoutPrefix(String plain) {
    return plain.matches("_[0-9-].*") ? plain.substring(1) : plain;
  }
}

package dev.meridian.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of a TXT or SPF record: one or more strings of up to 255 octets. Route 53 writes each
 * in quotes, and octets outside printable ASCII as {@code \} with three octal digits. Clients
 * usually join the strings.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat">TXT
 *     record type</a>
 */
public final class TextStrings {
  /** RFC 1035, section 3.3. */
  private static final int MAX_STRING = 255;

  /** The characters of a value, with quotes and escapes (TXT record type). */
  private static final int MAX_VALUE = 4000;

  private final List<byte[]> strings;

  private TextStrings(List<byte[]> strings) {
    this.strings = strings;
  }

  /** The strings of a text of any length, each but the last with 255 octets in UTF-8. */
  private static TextStrings split(String text) {
    byte[] octets = text.getBytes(UTF_8);
    List<byte[]> strings = new ArrayList<>();
    for (int from = 0; from < octets.length || from == 0; from += MAX_STRING) {
      strings.add(Arrays.copyOfRange(octets, from, Math.min(octets.length, from + MAX_STRING)));
    }
    return new TextStrings(strings);
  }

  /**
   * The value in Route 53's form. Text that begins with a quotation mark must have that form
   * already, and is not changed. Other text is split, quoted, and escaped.
   *
   * @throws InvalidValue if Route 53 does not accept the value
   */
  static String value(String text) {
    String value = text;
    if (text.startsWith("\"")) {
      read(text);
    } else {
      value = split(text).toString();
    }
    InvalidValue.outside(
        "the length of the value in Route 53's form",
        value.length(),
        1,
        MAX_VALUE,
        "shorten the text, or split it into several values if its readers allow that");
    return value;
  }

  /**
   * Reads strings in quotes, with or without spaces between them.
   *
   * @throws InvalidValue for any other form, and for a string that is too long
   */
  static TextStrings read(String value) {
    return new Reader(value).read();
  }

  /** The text that becomes exactly {@code value}; empty if only strings in quotes do. */
  static Optional<String> plain(String value) {
    try {
      return joined(read(value))
          .filter(text -> !text.isBlank() && !text.startsWith("\""))
          .filter(text -> text.chars().noneMatch(Character::isISOControl))
          .filter(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC))
          .filter(text -> value(text).equals(value));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  private static Optional<String> joined(TextStrings strings) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    strings.strings.forEach(octets::writeBytes);
    try {
      // Unlike String's constructor, a decoder refuses octets that are not UTF-8.
      return Optional.of(
          UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The strings in quotes, separated by spaces. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (byte[] string : strings) {
      out.append(out.length() == 0 ? "\"" : " \"");
      for (byte octet : string) {
        append(octet & 0xff, out);
      }
      out.append('"');
    }
    return out.toString();
  }

  private static void append(int octet, StringBuilder out) {
    if (octet == '"' || octet == '\\') {
      out.append('\\').append((char) octet);
    } else if (octet < ' ' || octet > '~') {
      out.append(String.format(Locale.ROOT, "\\%03o", octet));
    } else {
      out.append((char) octet);
    }
  }

  private static final class Reader {
    private final String value;
    private int at;

    Reader(String value) {
      this.value = value;
    }

    TextStrings read() {
      List<byte[]> strings = new ArrayList<>();
      while (at < value.length()) {
        if (value.charAt(at) != '"') {
          throw new InvalidValue(
              "\"" + value.substring(at) + "\" is not in quotation marks",
              "put every string in quotation marks, or remove them all");
        }
        at++;
        strings.add(string());
        while (at < value.length() && value.charAt(at) == ' ') {
          at++;
        }
      }
      return new TextStrings(strings);
    }

    private byte[] string() {
      ByteArrayOutputStream octets = new ByteArrayOutputStream();
      while (at < value.length() && value.charAt(at) != '"') {
        octets.write(octet());
      }
      if (at == value.length()) {
        throw new InvalidValue(
            "the last string has no closing quotation mark",
            "add a quotation mark at the end, or remove them all");
      }
      at++;
      InvalidValue.outside(
          "the length of a string in octets",
          octets.size(),
          0,
          MAX_STRING,
          "split it into two strings, or remove the quotation marks; Meridian then splits it");
      return octets.toByteArray();
    }

    private int octet() {
      char c = value.charAt(at++);
      if (c < ' ' || c > '~') {
        throw new InvalidValue(
            "a quoted string contains the character \"" + c + "\", which is not in ASCII",
            "remove the quotation marks; Meridian then escapes it");
      }
      return c == '\\' ? escaped() : c;
    }

    private int escaped() {
      if (at < value.length() && !Character.isDigit(value.charAt(at))) {
        return value.charAt(at++);
      }
      int end = Math.min(value.length(), at + 3);
      String digits = value.substring(at, end);
      if (!digits.matches("[0-3][0-7]{2}")) {
        throw new InvalidValue(
            "\"\\" + digits + "\" is not an escape",
            "write three octal digits, 000 to 377, or \\\\ for a backslash");
      }
      at = end;
      return Integer.parseInt(digits, 8);
    }
  }
}

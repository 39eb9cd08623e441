package dev.meridian.model;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SVCBBase;
import org.xbill.DNS.Type;

/** One value of a record set, as text in the form of Route 53's API, for all types. */
public final class RecordText {
  private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{2})");

  private RecordText() {}

  /**
   * The value in Route 53's form. Only texts of TXT and SPF records change: they are quoted if they
   * are not.
   *
   * @throws InvalidValue if it is not a value of {@code type}
   */
  public static String value(RecordType type, String text) {
    if (isText(type)) {
      return TextStrings.value(text);
    }
    RecordFormat.of(type).check(type, text);
    if (hasParameters(type)) {
      try {
        parsed(type, text);
      } catch (IOException e) {
        throw RecordFormat.of(type).refused(type, text, reason(e));
      }
    }
    return text;
  }

  /** A value of {@code type}, for messages. */
  public static String example(RecordType type) {
    return RecordFormat.of(type).example();
  }

  /** The host name in a value of {@code type}; empty if the type has none. */
  public static Optional<String> host(RecordType type, String value) {
    List<String> words = List.of(value.strip().split("\\s+"));
    return switch (type) {
      case NS, PTR, MX, SRV -> Optional.of(words.get(words.size() - 1)).filter(RecordText::isHost);
      case HTTPS, SVCB -> words.stream().skip(1).findFirst().filter(RecordText::isHost);
      case A, AAAA, CAA, CNAME, DS, NAPTR, SOA, SPF, SSHFP, TLSA, TXT -> Optional.empty();
    };
  }

  private static boolean isHost(String word) {
    return !word.equals(".");
  }

  /** What a declaration says for a value in Route 53's form. {@link #value} gives it back. */
  public static String declared(RecordType type, String value) {
    return isText(type) ? TextStrings.plain(value).orElse(value) : value;
  }

  /** Whether the values of {@code type} are strings in quotes: TXT and SPF. */
  public static boolean isText(RecordType type) {
    return type == RecordType.TXT || type == RecordType.SPF;
  }

  /**
   * The same value in the one spelling that all equal values have: host names in lower case without
   * the last dot, hexadecimal digits in upper case, one space between fields. Text that is not a
   * value of {@code type} does not change.
   */
  public static String canonical(RecordType type, String text) {
    try {
      return isText(type)
          ? TextStrings.read(text).toString()
          : hasParameters(type)
              ? canonical(parsed(type, text))
              : RecordFormat.of(type).canonical(type, text);
    } catch (IOException | RuntimeException e) {
      return text;
    }
  }

  private static boolean hasParameters(RecordType type) {
    return type == RecordType.HTTPS || type == RecordType.SVCB;
  }

  /** The parameters in order, and the target without the last dot. */
  private static String canonical(SVCBBase record) {
    Name target = record.getTargetName();
    String text = record.rdataToString();
    int at = text.indexOf(' ') + 1;
    String canonical = target.equals(Name.root) ? "." : target.toString(true);
    return text.substring(0, at)
        + canonical.toLowerCase(Locale.ROOT)
        + text.substring(at + target.toString().length());
  }

  private static SVCBBase parsed(RecordType type, String text) throws IOException {
    int number = Type.value(type.name());
    try {
      return (SVCBBase)
          Record.fromString(Name.root, number, DClass.IN, 0, decimalEscapes(text), Name.root);
    } catch (RuntimeException e) {
      // The library throws several kinds, such as NumberFormatException for a port of letters.
      throw new IOException("a parameter has a value of another form", e);
    }
  }

  /** Route 53 writes octets in octal, but zone files write them in decimal (RFC 1035, 5.1). */
  private static String decimalEscapes(String text) {
    return text.indexOf('\\') < 0
        ? text
        : OCTAL
            .matcher(text)
            .replaceAll(
                octal ->
                    String.format(Locale.ROOT, "\\\\%03d", Integer.parseInt(octal.group(1), 8)));
  }

  /** The library's message without the position in a file that does not exist. */
  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.replaceFirst("^[^ ]*:\\d+: ", "");
  }
}

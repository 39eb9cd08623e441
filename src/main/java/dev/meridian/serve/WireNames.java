package dev.meridian.serve;

import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/**
 * Domain names of messages. Route 53 writes unusual octets with three octal digits; dnsjava writes
 * them with three decimal ones (RFC 1035, section 5.1).
 */
public final class WireNames {
  private static final int OCTAL = 8;
  private static final int DIGITS = 3;

  /** Characters that have a meaning of their own in RFC 1035. */
  private static final String SPECIAL = "\"();@$";

  private WireNames() {}

  public static Name of(DnsName name) {
    return of(name.text());
  }

  /**
   * The name with this text, in Route 53's form.
   *
   * @throws IllegalArgumentException if it is not a domain name
   */
  static Name of(String text) {
    StringBuilder decimal = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        String digits = text.substring(i + 1, i + 1 + DIGITS);
        decimal.append('\\').append(padded(Integer.parseInt(digits, OCTAL), 10));
        i += DIGITS;
      } else {
        decimal.append(SPECIAL.indexOf(c) < 0 ? "" : "\\").append(c);
      }
    }
    try {
      return Name.fromString(decimal.toString(), Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static String padded(int octet, int radix) {
    String digits = Integer.toString(octet, radix);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  /** The name in Route 53's form; empty if Route 53 cannot have it. */
  static Optional<DnsName> read(Name name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.labels() - 1; i++) {
      byte[] label = name.getLabel(i); // its length, and then its octets
      text.append(i == 0 ? "" : ".");
      for (int j = 1; j <= label[0]; j++) {
        int octet = Byte.toUnsignedInt(label[j]);
        boolean plain = octet > ' ' && octet <= '~' && octet != '.' && octet != '\\';
        text.append(plain ? String.valueOf((char) octet) : "\\" + padded(octet, OCTAL));
      }
    }
    try {
      return Optional.of(new DnsName(text.toString()));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}

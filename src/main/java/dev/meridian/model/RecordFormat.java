package dev.meridian.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields in the values of a record type.
 *
 * @param example a value, for messages
 * @param fields in order; only the last can consist of several words
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html">Supported
 *     DNS record types</a>
 */
record RecordFormat(String example, List<Field> fields) {
  private static final String DIGITS = "0123456789abcdef".repeat(4);
  private static final int MAX_16_BITS = 65_535;
  private static final int MAX_8_BITS = 255;
  // Possessive, because Java's regular expressions need stack for each repetition otherwise.
  private static final Pattern WORD = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s\"])++");
  private static final Pattern ZONE_FILE = Pattern.compile("[;()]");

  /** Octets of a digest by the number of its algorithm: SHA-1, SHA-256, GOST, SHA-384. */
  private static final Map<String, Integer> DS_DIGESTS = Map.of("1", 20, "2", 32, "3", 32, "4", 48);

  private static final Map<String, Integer> SSH_DIGESTS = Map.of("1", 20, "2", 32);
  private static final Map<String, Integer> TLS_DIGESTS = Map.of("1", 32, "2", 64);

  /** What a field contains. */
  private enum Kind {
    BITS_8,
    BITS_16,
    HOST,
    HOST_OR_ROOT,
    TAG,
    QUOTED,
    /** Hexadecimal digits, in one or more words. */
    DIGEST,
    /** Zero or more words, which another check reads. */
    REST
  }

  private record Field(String name, Kind kind) {
    /** Whether the field takes all the words that are left. */
    boolean isOpen() {
      return kind == Kind.DIGEST || kind == Kind.REST;
    }
  }

  static RecordFormat of(RecordType type) {
    return switch (type) {
      case A -> new RecordFormat("192.0.2.1", List.of(rest("address")));
      case AAAA -> new RecordFormat("2001:db8::1", List.of(rest("address")));
      case CNAME -> new RecordFormat("www.example.net", List.of(host("host")));
      case NS -> new RecordFormat("ns-1.example.net", List.of(host("name server")));
      case PTR -> new RecordFormat("www.example.net", List.of(host("host")));
      case MX ->
          new RecordFormat(
              "10 mail.example.net",
              List.of(bits16("preference"), new Field("email server", Kind.HOST_OR_ROOT)));
      case SRV ->
          new RecordFormat(
              "10 5 5060 sip.example.net",
              List.of(
                  bits16("priority"),
                  bits16("weight"),
                  bits16("port"),
                  new Field("host", Kind.HOST_OR_ROOT)));
      case CAA ->
          new RecordFormat(
              "0 issue \"letsencrypt.org\"",
              List.of(bits8("flags"), new Field("tag", Kind.TAG), new Field("value", Kind.QUOTED)));
      case NAPTR ->
          new RecordFormat(
              "100 10 \"S\" \"SIP+D2U\" \"\" _sip._udp.example.net",
              List.of(
                  bits16("order"),
                  bits16("preference"),
                  new Field("flags", Kind.QUOTED),
                  new Field("service", Kind.QUOTED),
                  new Field("regular expression", Kind.QUOTED),
                  new Field("replacement", Kind.HOST_OR_ROOT)));
      case DS ->
          new RecordFormat(
              "12345 13 2 " + DIGITS,
              List.of(
                  bits16("key tag"), bits8("algorithm"), bits8("digest type"), digest("digest")));
      case SSHFP ->
          new RecordFormat(
              "4 2 " + DIGITS,
              List.of(bits8("algorithm"), bits8("fingerprint type"), digest("fingerprint")));
      case TLSA ->
          new RecordFormat(
              "3 1 1 " + DIGITS,
              List.of(
                  bits8("certificate usage"),
                  bits8("selector"),
                  bits8("matching type"),
                  digest("certificate data")));
      case HTTPS, SVCB ->
          new RecordFormat(
              "1 . alpn=\"h2,h3\"",
              List.of(
                  bits16("priority"), new Field("target", Kind.HOST_OR_ROOT), rest("parameters")));
      case SOA ->
          new RecordFormat(
              "ns-1.example.net hostmaster.example.net 1 7200 900 1209600 86400",
              List.of(host("name server"), host("mailbox"), rest("numbers")));
      case SPF, TXT -> new RecordFormat("\"text\"", List.of(rest("text")));
    };
  }

  private static Field bits8(String name) {
    return new Field(name, Kind.BITS_8);
  }

  private static Field bits16(String name) {
    return new Field(name, Kind.BITS_16);
  }

  private static Field host(String name) {
    return new Field(name, Kind.HOST);
  }

  private static Field digest(String name) {
    return new Field(name, Kind.DIGEST);
  }

  private static Field rest(String name) {
    return new Field(name, Kind.REST);
  }

  /**
   * The value with one space between fields, numbers without leading zeros, host names and tags in
   * lower case, and hexadecimal digits in upper case.
   *
   * @throws InvalidValue if the value does not have this form
   */
  String canonical(RecordType type, String text) {
    List<String> words = check(type, text);
    int fixed = (int) fields.stream().filter(field -> !field.isOpen()).count();
    List<String> canonical = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      canonical.add(canonical(fields.get(i).kind(), words.get(i)));
    }
    if (fixed < fields.size()) {
      boolean digest = fields.get(fixed).kind() == Kind.DIGEST;
      String rest = String.join(digest ? "" : " ", words.subList(fixed, words.size()));
      canonical.add(digest ? rest.toUpperCase(Locale.ROOT) : rest);
    }
    return String.join(" ", canonical);
  }

  private static String canonical(Kind kind, String word) {
    return switch (kind) {
      case BITS_8, BITS_16 -> Integer.toString(Integer.parseInt(word));
      case HOST, HOST_OR_ROOT -> word.equals(".") ? word : new DnsName(word).text();
      case TAG -> word.toLowerCase(Locale.ROOT);
      case QUOTED -> TextStrings.read(word).toString();
      case DIGEST, REST -> word;
    };
  }

  /**
   * The words of a value.
   *
   * @throws InvalidValue if a field is missing or has another form
   */
  List<String> check(RecordType type, String text) {
    List<String> words = words(type, text);
    int fixed = (int) fields.stream().filter(field -> !field.isOpen()).count();
    boolean open = fixed < fields.size();
    boolean optional = fields.get(fields.size() - 1).kind() == Kind.REST;
    int least = optional ? fixed : fields.size();
    if (words.size() < least || (!open && words.size() > fixed)) {
      String expected = least + (open ? " or more" : "") + " (" + shape() + ")";
      String found = words.size() + (words.size() == 1 ? " field" : " fields");
      throw refused(type, text, "it has " + found + " instead of " + expected);
    }
    for (int i = 0; i < fixed; i++) {
      check(type, text, fields.get(i), words.get(i));
    }
    if (fields.get(fields.size() - 1).kind() == Kind.DIGEST) {
      digest(type, text, words.get(fixed - 1), String.join("", words.subList(fixed, words.size())));
    }
    return words;
  }

  private List<String> words(RecordType type, String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (!text.substring(end, matcher.start()).isBlank()) {
        break;
      }
      words.add(matcher.group());
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw refused(type, text, "a quotation mark is missing");
    }
    if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw refused(type, text, "it has a character that is not in ASCII");
    }
    for (String word : words) {
      if (word.indexOf('"') < 0 && ZONE_FILE.matcher(word).find()) {
        throw refused(type, text, "comments and parentheses are only for zone files");
      }
    }
    return words;
  }

  private void check(RecordType type, String text, Field field, String word) {
    switch (field.kind()) {
      case BITS_8 -> number(type, text, field, word, MAX_8_BITS);
      case BITS_16 -> number(type, text, field, word, MAX_16_BITS);
      case HOST -> name(word);
      case HOST_OR_ROOT -> {
        if (!word.equals(".")) {
          name(word);
        }
      }
      case TAG -> {
        if (!word.matches("[A-Za-z0-9]{1,15}")) {
          throw refused(type, text, "a tag has 1 to 15 letters and digits");
        }
      }
      case QUOTED -> {
        if (!word.matches("\"(?:[^\"\\\\]|\\\\.)*+\"")) {
          throw refused(type, text, "the field " + field.name() + " is not in quotation marks");
        }
      }
      case DIGEST, REST -> {}
    }
  }

  private void number(RecordType type, String text, Field field, String word, int most) {
    if (!word.matches("[0-9]{1,5}") || Integer.parseInt(word) > most) {
      throw refused(type, text, "the " + field.name() + " " + word + " is outside 0.." + most);
    }
  }

  private static void name(String word) {
    if (new DnsName(word).text().isEmpty()) {
      throw new IllegalStateException(word);
    }
  }

  private void digest(RecordType type, String text, String algorithm, String digits) {
    if (!digits.matches("(?:[0-9A-Fa-f]{2})++")) {
      String name = fields.get(fields.size() - 1).name();
      throw refused(type, text, "the " + name + " is not pairs of hexadecimal digits");
    }
    Map<String, Integer> lengths =
        switch (type) {
          case DS -> DS_DIGESTS;
          case SSHFP -> SSH_DIGESTS;
          case TLSA -> TLS_DIGESTS;
          default -> Map.of();
        };
    Integer octets = lengths.get(algorithm);
    if (octets != null && digits.length() != 2 * octets) {
      throw refused(
          type,
          text,
          "type "
              + algorithm
              + " has "
              + 2 * octets
              + " hexadecimal digits, not "
              + digits.length());
    }
  }

  private String shape() {
    return fields.stream().map(Field::name).collect(Collectors.joining(", "));
  }

  InvalidValue refused(RecordType type, String text, String why) {
    return new InvalidValue(
        "\"" + text + "\" is not a value of " + article(type) + " " + type + " record: " + why,
        "write the " + shape() + ", such as " + example);
  }

  /** The article of the type's name as it is read aloud. */
  private static String article(RecordType type) {
    return switch (type) {
      case A, AAAA, HTTPS, MX, NAPTR, NS, SOA, SPF, SRV, SSHFP, SVCB -> "an";
      case CAA, CNAME, DS, PTR, TLSA, TXT -> "a";
    };
  }
}

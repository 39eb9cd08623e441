package dev.meridian.serve;

import static dev.meridian.serve.Asking.SOMEWHERE;
import static dev.meridian.serve.Asking.question;
import static dev.meridian.serve.Asking.subnet;
import static dev.meridian.serve.Asking.withEdns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.Deployment;
import dev.meridian.model.GeoLocation;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;

/** A {@link Responder} and a {@link DatagramResponder} that draw with the same random numbers. */
final class BothPaths {
  static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: {name: example.com, id: Z0123456789ABC}
      state: {backend: local}
      health-check: none
      endpoints:
        berlin: {addresses: [203.0.113.1, 203.0.113.2, 203.0.113.3]}
        paris: {addresses: [203.0.113.4, "2001:db8::4"]}
        inside: {host: www.example.com}
      %s
      names:
        www: {weighted: {berlin: 3, paris: 1}}
        "*.wild": {weighted: {berlin: 3, paris: 1}}
        chain: {simple: inside}
        geo: {geolocation: {DE: berlin, FR: berlin, default: paris}}
        many: {multivalue: [%s]}
      records:
        "@":
          MX: {values: [10 mail.example.com, 20 mail.example.com, 30 mail.example.net]}
          TXT: {values: ["\\"one\\"", "\\"two\\"", "\\"and three\\""]}
        sub:
          NS: {values: [ns1.sub.example.com, ns2.example.net]}
        big:
          TXT: {values: [%s]}
      """
          .formatted(
              numbers("  many-%1$d: {addresses: [198.51.100.%1$d]}", "\n"),
              numbers("many-%d", ", "),
              "\"" + "x".repeat(900) + "\"");

  private static final ClientSource BY_ADDRESS =
      (address, prefix) ->
          new ClientSource.Located(
              ClientLocator.at(
                  Client.UNKNOWN,
                  new GeoLocation.Country(address.getAddress()[0] % 2 == 0 ? "DE" : "BR")),
              Math.min(prefix, 20));

  private static final List<String> MORE =
      List.of(
          "%s",
          "nothing.%s",
          "NOTHING.at.aLL.%s",
          "x.wild.%s",
          "x.y.wild.%s",
          "sub.%s",
          "www.sub.%s",
          "wild.%s",
          "\\255.%s",
          "x\\.y.%s");

  private static String numbers(String each, String between) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(number -> String.format(Locale.ROOT, each, number))
        .collect(Collectors.joining(between));
  }

  final Asking zone;
  private final Responder slow;
  final DatagramResponder fast;

  BothPaths(Deployment deployment) {
    zone = new Asking(deployment, BY_ADDRESS, List.of());
    slow = new Responder(zone.served, BY_ADDRESS, new SplittableRandom(4));
    SplittableRandom random = new SplittableRandom(4);
    fast = new DatagramResponder(new Responder(zone.served, BY_ADDRESS, random), random);
  }

  void ask(Message question) throws IOException {
    ask(question.toWire());
  }

  void ask(byte[] query) throws IOException {
    byte[] expected = slow.respond(query, SOMEWHERE, false).orElse(new byte[0]);
    byte[] found = fast(query, SOMEWHERE);
    if (!Arrays.equals(found, expected)) { // faster than an assertion
      assertThat(found).as(HexFormat.of().formatHex(query)).isEqualTo(expected);
    }
  }

  byte[] fast(byte[] query, InetAddress source) {
    int size = fast.respond(query, query.length, source);
    return Arrays.copyOf(fast.answer(), size);
  }

  List<String> names() {
    String apex = zone.served.zone().text();
    return Stream.concat(
            zone.served.resolver().questions().stream().map(asked -> asked.name().text()),
            MORE.stream().map(more -> more.replace("%s", apex)))
        .distinct()
        .toList();
  }

  /** The same question with all that can be different in a query, and that is answered alike. */
  static List<Message> ways(String name, int type) throws IOException {
    List<Message> ways = new ArrayList<>();
    for (String spelling : List.of(name, name.toUpperCase(Locale.ROOT))) {
      Message recursive = question(spelling, type);
      recursive.getHeader().setFlag(Flags.RD);
      recursive.getHeader().setFlag(Flags.AD);
      recursive.getHeader().setFlag(Flags.CD);
      Message secure = question(spelling, type);
      secure.addRecord(
          new OPTRecord(1232, 0, 0, 0x8000, subnet("198.51.96.0", 19)), Section.ADDITIONAL);
      ways.addAll(
          List.of(
              question(spelling, type),
              recursive,
              secure,
              question(spelling, type, DClass.CH),
              withEdns(question(spelling, type), 0),
              withEdns(question(spelling, type), 600),
              withEdns(question(spelling, type), 65_535),
              withEdns(question(spelling, type), 1232, new CookieOption(new byte[8])),
              withEdns(question(spelling, type), 1232, subnet("0.0.0.0", 0)),
              withEdns(question(spelling, type), 1232, subnet("199.0.0.0", 8)),
              withEdns(question(spelling, type), 1232, subnet("199.51.100.0", 24)),
              withEdns(question(spelling, type), 1232, subnet("198.51.100.77", 32)),
              withEdns(question(spelling, type), 1232, subnet("2001:db8:1::", 56)),
              withEdns(question(spelling, type), 1232, subnet("2101:db8:1::2", 128))));
    }
    return ways;
  }
}

package dev.meridian.serve;

import static dev.meridian.serve.Asking.SOMEWHERE;
import static dev.meridian.serve.Asking.question;
import static dev.meridian.serve.Asking.subnet;
import static dev.meridian.serve.Asking.withEdns;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.resolve.Client;
import dev.meridian.resolve.ClientLocator;
import dev.meridian.resolve.Question;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Compiled answers are those of {@link Responder}, and cost no memory. */
class DatagramResponderTest {
  private static final String DECLARATION =
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

  static Stream<Deployment> deployments() {
    return Stream.of(
        ReadDeclaration.good(ReadDeclaration.RECIPE),
        ReadDeclaration.good(ReadDeclaration.EVERYTHING),
        ReadDeclaration.good(DECLARATION));
  }

  /** Each draws with the same random numbers. */
  private static final class Both {
    private final Asking zone;
    private final Responder slow;
    private final DatagramResponder fast;

    Both(Deployment deployment) {
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
  }

  /** The same question with all that can be different in a query, and that is answered alike. */
  private static List<Message> ways(String name, int type) throws IOException {
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

  @ParameterizedTest
  @MethodSource("deployments")
  void answersHaveTheOctetsThatDnsjavaWrites(Deployment deployment) throws IOException {
    Both both = new Both(deployment);
    int[] types = {
      Type.A,
      Type.AAAA,
      Type.CNAME,
      Type.TXT,
      Type.MX,
      Type.NS,
      Type.SOA,
      Type.SRV,
      Type.CAA,
      Type.HTTPS,
      Type.NAPTR,
      Type.PTR,
      Type.LOC,
      Type.ANY,
      Type.AXFR,
      65_280
    };
    for (String name : both.names()) {
      for (int type : types) {
        for (int round = 0; round < 2; round++) {
          for (Message question : ways(name, type)) {
            both.ask(question);
          }
        }
      }
    }
    both.ask(question("example.org", Type.A));
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void onlyAnswersThatDependOnTheOrderOfTheirRecordsAreNotCompiled(Deployment deployment)
      throws IOException {
    Asking zone = new Asking(deployment, Client.UNKNOWN, List.of());
    List<Integer> ordered = List.of(Type.NS, Type.MX, Type.PTR);
    for (Question asked : zone.served.resolver().questions()) {
      Replies replies = replies(zone, asked.name(), Type.value(asked.type().name()));
      int type = Type.value(asked.type().name());
      Name name = WireNames.of(asked.name());
      Record question = Record.newRecord(name, type, DClass.IN);
      if (!ordered.contains(type)) {
        assertThat(replies.compiled(question, name)).as(asked.toString()).isPresent();
      }
    }
  }

  private static Replies replies(Asking zone, DnsName name, int type) {
    return zone.responder.answers().replies(name, type, Client.UNKNOWN);
  }

  @Test
  void damagedQueriesAreAnsweredAlike() throws IOException {
    Both both = new Both(ReadDeclaration.good(DECLARATION));
    SplittableRandom random = new SplittableRandom(12);
    List<byte[]> queries = new ArrayList<>();
    for (String name : List.of("www", "geo", "many", "nothing")) {
      for (Message question : ways(name + ".example.com", Type.A)) {
        queries.add(question.toWire());
      }
    }
    for (int i = 0; i < 50_000; i++) {
      byte[] query = queries.get(random.nextInt(queries.size())).clone();
      for (int j = random.nextInt(1, 3); j > 0; j--) {
        query[random.nextInt(2, query.length)] = (byte) random.nextInt(256);
      }
      both.ask(Arrays.copyOf(query, query.length + random.nextInt(5) / 4));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00012000c6336407", // good
    "00022000c6336407",
    "00032000c6336407",
    "00012100c633640780",
    "00011800c6336407",
    "00011800c633",
    "00011700c63365",
    "00011820c63364",
    "000120",
    "0001",
    "000280000000000000000000ffffc6336407",
    "0002800000000000000000000000ffffc6336407",
    "000260000000000000000000ffff"
  })
  void clientSubnetsAreReadAlike(String hex) throws IOException {
    Both both = new Both(ReadDeclaration.good(DECLARATION));
    GenericEDNSOption option =
        new GenericEDNSOption(EDNSOption.Code.CLIENT_SUBNET, HexFormat.of().parseHex(hex));
    both.ask(withEdns(question("geo.example.com", Type.A), 1232, option));
    both.ask(withEdns(question("www.example.com", Type.A), 1232, option, option));
  }

  @Test
  void aUsualQueryAllocatesNothing() throws IOException {
    Both both = new Both(ReadDeclaration.good(DECLARATION));
    List<byte[]> queries = new ArrayList<>();
    for (String name : List.of("www", "geo", "many", "chain", "nothing", "x.wild", "www.sub")) {
      for (int type : new int[] {Type.A, Type.AAAA}) {
        for (Message question : ways(name + ".example.com", type)) {
          boolean isUsual =
              question.getQuestion().getDClass() == DClass.IN
                  && (question.getOPT() == null
                      || question.getOPT().getOptions().stream()
                          .noneMatch(CookieOption.class::isInstance));
          if (isUsual) {
            queries.add(question.toWire());
          }
        }
      }
    }
    byte[][] all = queries.toArray(new byte[0][]);
    InetAddress[] sources = {SOMEWHERE, Asking.address("127.0.0.1"), Asking.address("::1")};
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 3; i++) {
      ask(both, all, sources, 10_000);
      threads.getCurrentThreadAllocatedBytes();
    }

    long before = threads.getCurrentThreadAllocatedBytes();
    ask(both, all, sources, 100_000);
    long after = threads.getCurrentThreadAllocatedBytes();

    assertThat(after - before).isZero();
  }

  private static void ask(Both both, byte[][] queries, InetAddress[] sources, int times) {
    for (int i = 0; i < times; i++) {
      byte[] query = queries[i % queries.length];
      if (both.fast.respond(query, query.length, sources[i % sources.length]) == 0) {
        throw new AssertionError("no answer");
      }
    }
  }

  @Test
  void aFloodOfNamesLeavesTheAnswersThatAreUsed() throws IOException {
    Both both = new Both(ReadDeclaration.good(DECLARATION));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] used = question("www.example.com", Type.A).toWire();
    for (int i = 0; i < 1000; i++) {
      both.fast(used, SOMEWHERE);
    }
    Map<Boolean, Integer> costs = new TreeMap<>();
    for (int i = 0; i < 60_000; i++) {
      byte[] other =
          withEdns(
                  question("x" + i + (i % 2 == 0 ? ".wild" : "") + ".example.com", Type.A),
                  1232,
                  subnet("198." + i % 199 + "." + i / 1000 + ".0", 24))
              .toWire();
      both.fast(other, SOMEWHERE);
      long before = threads.getCurrentThreadAllocatedBytes();
      both.fast.respond(used, used.length, SOMEWHERE);
      costs.merge(threads.getCurrentThreadAllocatedBytes() > before, 1, Integer::sum);
    }

    assertThat(costs).containsOnlyKeys(false);
  }
}

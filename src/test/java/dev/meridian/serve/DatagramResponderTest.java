package dev.meridian.serve;

import static dev.meridian.serve.Asking.question;
import static dev.meridian.serve.Asking.withEdns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.Deployment;
import dev.meridian.model.DnsName;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.client.Client;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Compiled answers have the octets of those of {@link Responder}. */
class DatagramResponderTest {
  static Stream<Deployment> deployments() {
    return Stream.of(
        ReadDeclaration.good(ReadDeclaration.RECIPE),
        ReadDeclaration.good(ReadDeclaration.EVERYTHING),
        ReadDeclaration.good(BothPaths.DECLARATION));
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void answersHaveTheOctetsThatDnsjavaWrites(Deployment deployment) throws IOException {
    BothPaths both = new BothPaths(deployment);
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
          for (Message question : BothPaths.ways(name, type)) {
            both.ask(question);
          }
        }
      }
    }
    both.ask(question("example.org", Type.A));
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void answersAreCompiledUnlessTheyDependOnTheOrderOfTheirRecords(Deployment deployment)
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
    BothPaths both = new BothPaths(ReadDeclaration.good(BothPaths.DECLARATION));
    SplittableRandom random = new SplittableRandom(12);
    List<byte[]> queries = new ArrayList<>();
    for (String name : List.of("www", "geo", "many", "nothing")) {
      for (Message question : BothPaths.ways(name + ".example.com", Type.A)) {
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
    BothPaths both = new BothPaths(ReadDeclaration.good(BothPaths.DECLARATION));
    GenericEDNSOption option =
        new GenericEDNSOption(EDNSOption.Code.CLIENT_SUBNET, HexFormat.of().parseHex(hex));
    both.ask(withEdns(question("geo.example.com", Type.A), 1232, option));
    both.ask(withEdns(question("www.example.com", Type.A), 1232, option, option));
  }
}

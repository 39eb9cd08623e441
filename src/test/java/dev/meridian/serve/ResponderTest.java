package dev.meridian.serve;

import static dev.meridian.serve.Asking.answer;
import static dev.meridian.serve.Asking.question;
import static dev.meridian.serve.Asking.subnet;
import static dev.meridian.serve.Asking.withEdns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.resolve.client.Client;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class ResponderTest {
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: {name: example.com, id: Z0123456789ABC}
      state: {backend: local}
      health-check: none
      endpoints:
        berlin: {addresses: [203.0.113.1, 203.0.113.2, 203.0.113.3]}
        paris: {addresses: [203.0.113.4]}
        other: {host: www.example.net}
        inside: {host: www.example.com}
        nowhere: {host: nothing.example.com}
      names:
        www: {simple: berlin}
        "*.wild": {simple: paris}
        a.deep.tree: {simple: paris}
        out: {simple: other}
        chain: {simple: inside}
        gone: {simple: nowhere}
        geo: {geolocation: {DE: berlin, default: paris}}
      records:
        "@":
          MX: {values: [10 mail.example.com]}
        sub:
          NS: {values: [ns1.example.net, ns2.example.net]}
        big:
          TXT: {values: [%s]}
      """
          .formatted("\"" + "x".repeat(900) + "\"");

  private static final String GLUE =
      """
      application: shop
      environment: test
      zone: {name: example.com, id: Z0123456789ABC}
      state: {backend: local}
      health-check: none
      ttl: 600
      endpoints:
        first: {addresses: [192.0.2.53, 192.0.2.54, "2001:db8::53"]}
        second: {addresses: [192.0.2.55]}
        third: {host: ns2.example.com}
        many: {addresses: [%s]}
      names:
        ns1.sub: {simple: first}
        ns2: {simple: second}
        ns3: {simple: third}
        ns4: {weighted: {first: 1, second: 1}}
        ns.large: {simple: many}
      records:
        sub:
          NS: {values: [ns1.sub.example.com, ns2.example.com, ns3.example.com, ns4.example.com]}
        large:
          NS: {values: [ns.large.example.com]}
      """
          .formatted(
              IntStream.range(0, 40)
                  .mapToObj(i -> "192.0.2." + i)
                  .collect(Collectors.joining(", ")));

  private final Asking zone =
      new Asking(ReadDeclaration.good(DECLARATION), Client.UNKNOWN, List.of());

  private static boolean isAuthoritative(Message message) {
    return message.getHeader().getFlag(Flags.AA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          www.example.com     | A     | NOERROR  | A 203.0.113.1, A 203.0.113.2, A 203.0.113.3
          WWW.Example.COM     | A     | NOERROR  | A 203.0.113.1, A 203.0.113.2, A 203.0.113.3
          www.example.com     | AAAA  | NOERROR  |
          www.example.com     | LOC   | NOERROR  |
          x.wild.example.com  | A     | NOERROR  | A 203.0.113.4
          x.y.wild.example.com| A     | NOERROR  | A 203.0.113.4
          deep.tree.example.com | A   | NOERROR  |
          tree.example.com    | A     | NOERROR  |
          nothing.example.com | A     | NXDOMAIN |
          nothing.example.com | LOC   | NXDOMAIN |
          example.com         | MX    | NOERROR  | MX 10 mail.example.com.
          chain.example.com   | CNAME | NOERROR  | CNAME www.example.com.
          chain.example.com   | LOC   | NOERROR  | CNAME www.example.com.
          out.example.com     | A     | NOERROR  | CNAME www.example.net.
          gone.example.com    | A     | NXDOMAIN | CNAME nothing.example.com.
          """)
  void questionsGetTheirAnswers(String name, String type, String rcode, String values)
      throws IOException {
    Message answer = zone.ask(name, Type.value(type));

    assertThat(Rcode.string(answer.getRcode())).isEqualTo(rcode);
    assertThat(answer(answer))
        .containsExactlyInAnyOrder(values == null ? new String[0] : values.split(", "));
    assertThat(isAuthoritative(answer)).isTrue();
    assertThat(answer.getHeader().getFlag(Flags.QR)).isTrue();
    assertThat(answer.getHeader().getFlag(Flags.RA)).isFalse();
  }

  @Test
  void aChainOfCnamesIsFollowedInTheZone() throws IOException {
    Message answer = zone.ask("chain.example.com", Type.A);

    assertThat(answer(answer).get(0)).isEqualTo("CNAME www.example.com.");
    assertThat(answer(answer)).hasSize(4);
    assertThat(answer.getSection(Section.ANSWER).get(1).getName()).hasToString("www.example.com.");
  }

  @Test
  void negativeAnswersHaveTheSoaWithTheirTtl() throws IOException {
    for (Message answer :
        List.of(zone.ask("nothing.example.com", Type.A), zone.ask("www.example.com", Type.MX))) {
      SOARecord soa = (SOARecord) answer.getSection(Section.AUTHORITY).get(0);
      assertThat(soa.getName()).hasToString("example.com.");
      assertThat(soa.getTTL()).isEqualTo(900);
    }
  }

  @Test
  void theApexHasSoaAndNameServersThatCannotExist() throws IOException {
    assertThat(answer(zone.ask("example.com", Type.SOA)))
        .containsExactly(
            "SOA ns1.route53.invalid. hostmaster.route53.invalid. 1 7200 900 1209600 86400");
    assertThat(answer(zone.ask("example.com", Type.NS)))
        .hasSize(4)
        .allMatch(server -> server.endsWith(".route53.invalid."));
  }

  @Test
  void aDelegatedNameIsAReferral() throws IOException {
    for (String name : List.of("sub.example.com", "www.sub.example.com")) {
      Message answer = zone.ask(name, Type.A);
      assertThat(answer(answer)).isEmpty();
      assertThat(isAuthoritative(answer)).isFalse();
      assertThat(answer.getSection(Section.AUTHORITY))
          .extracting(Record::rdataToString)
          .containsExactly("ns1.example.net.", "ns2.example.net.");
      assertThat(answer.getSection(Section.AUTHORITY).get(0).getName())
          .hasToString("sub.example.com.");
    }
  }

  @Test
  void aReferralHasTheAddressesThatTheZoneHasForTheNameServers() throws IOException {
    Asking glued = new Asking(ReadDeclaration.good(GLUE), Client.UNKNOWN, List.of());
    for (String name : List.of("sub.example.com", "www.sub.example.com", "ns1.sub.example.com")) {
      Message answer = glued.udp(withEdns(question(name, Type.A), 1232));

      assertThat(
              answer.getSection(Section.ADDITIONAL).stream().filter(r -> r.getType() != Type.OPT))
          .extracting(Record::toString)
          .containsExactly(
              "ns1.sub.example.com.\t600\tIN\tA\t192.0.2.53",
              "ns1.sub.example.com.\t600\tIN\tA\t192.0.2.54",
              "ns1.sub.example.com.\t600\tIN\tAAAA\t2001:db8:0:0:0:0:0:53",
              "ns2.example.com.\t600\tIN\tA\t192.0.2.55");
      assertThat(answer.getOPT()).isNotNull();
    }
    assertThat(zone.ask("sub.example.com", Type.A).getSection(Section.ADDITIONAL)).isEmpty();
    assertThat(glued.ask("ns2.example.com", Type.A).getSection(Section.ADDITIONAL)).isEmpty();
  }

  @Test
  void aReferralIsTruncatedRatherThanWithoutSomeOfTheAddresses() throws IOException {
    Asking glued = new Asking(ReadDeclaration.good(GLUE), Client.UNKNOWN, List.of());
    Message cut = glued.ask("large.example.com", Type.A);
    Message edns = glued.udp(withEdns(question("large.example.com", Type.A), 512));

    for (Message small : List.of(cut, edns)) {
      assertThat(small.getHeader().getFlag(Flags.TC)).isTrue();
      assertThat(small.getSection(Section.AUTHORITY)).isEmpty();
    }
    assertThat(cut.getSection(Section.ADDITIONAL)).isEmpty();
    assertThat(edns.getSection(Section.ADDITIONAL)).hasSize(1);
    assertThat(edns.getOPT()).isNotNull();
    assertThat(glued.tcp(question("large.example.com", Type.A)).getSection(Section.ADDITIONAL))
        .hasSize(40);
  }

  @Test
  void theNameIsEchoedAsItWasAsked() throws IOException {
    Message answer = zone.ask("wWw.eXample.Com", Type.A);

    assertThat(answer.getQuestion().getName()).hasToString("wWw.eXample.Com.");
    assertThat(answer.getSection(Section.ANSWER).get(0).getName()).hasToString("wWw.eXample.Com.");
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, A, IN",
    "com, A, IN",
    ".,NS, IN",
    "example.com, AXFR, IN",
    "example.com, IXFR, IN",
    "www.example.com, A, CH",
    "www.example.com, A, ANY"
  })
  void whatIsNotInTheZoneIsRefused(String name, String type, String dclass) throws IOException {
    Message answer = zone.udp(question(name, Type.value(type), DClass.value(dclass)));

    assertThat(answer.getRcode()).isEqualTo(Rcode.REFUSED);
    assertThat(isAuthoritative(answer)).isFalse();
    assertThat(answer(answer)).isEmpty();
  }

  @Test
  void anyIsAnsweredBriefly() throws IOException {
    assertThat(answer(zone.ask("www.example.com", Type.ANY)))
        .containsExactly("HINFO \"RFC8482\" \"\"");
    assertThat(zone.ask("nothing.example.com", Type.ANY).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void otherOpcodesAreNotImplemented() throws IOException {
    Message question = question("www.example.com", Type.A);
    question.getHeader().setOpcode(Opcode.NOTIFY);
    Message answer = zone.udp(question);

    assertThat(answer.getRcode()).isEqualTo(Rcode.NOTIMP);
    assertThat(answer.getHeader().getID()).isEqualTo(question.getHeader().getID());
    assertThat(answer.getHeader().getOpcode()).isEqualTo(Opcode.NOTIFY);
  }

  @Test
  void responsesAndFragmentsAreNotAnswered() throws IOException {
    byte[] response = question("www.example.com", Type.A).toWire();
    response[2] |= (byte) 0x80;

    for (byte[] message : List.of(response, new byte[11])) {
      assertThat(zone.udp(message)).isEmpty();
      assertThat(zone.tcp(message)).isEmpty();
    }
  }

  @Test
  void malformedQuestionsAreFormatErrors() throws IOException {
    byte[] cut = question("www.example.com", Type.A).toWire();
    byte[] half = Arrays.copyOf(cut, cut.length - 3);
    Message none = new Message(7);
    Message two = question("www.example.com", Type.A);
    two.addRecord(question("a.example.com", Type.A).getQuestion(), Section.QUESTION);
    Message opts = withEdns(withEdns(question("www.example.com", Type.A), 1232), 1232);

    assertThat(new Message(zone.udp(half).orElseThrow()))
        .extracting(Message::getRcode)
        .isEqualTo(Rcode.FORMERR);
    for (Message question : List.of(none, two, opts)) {
      assertThat(zone.udp(question).getRcode()).isEqualTo(Rcode.FORMERR);
    }
  }

  @Test
  void anAnswerHasEdnsIfTheQuestionHas() throws IOException {
    assertThat(zone.ask("www.example.com", Type.A).getOPT()).isNull();
    OPTRecord opt = zone.udp(withEdns(question("www.example.com", Type.A), 4096)).getOPT();
    assertThat(opt.getPayloadSize()).isEqualTo(1232);
    assertThat(opt.getVersion()).isZero();
  }

  @Test
  void aLaterVersionOfEdnsIsRefused() throws IOException {
    Message question = question("www.example.com", Type.A);
    question.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
    Message answer = zone.udp(question);

    assertThat(answer.getRcode()).isEqualTo(Rcode.BADVERS);
    assertThat(answer(answer)).isEmpty();
  }

  @Test
  void aLargeAnswerIsTruncatedUnlessItFits() throws IOException {
    Message plain = zone.ask("big.example.com", Type.TXT);
    Message edns = zone.udp(withEdns(question("big.example.com", Type.TXT), 1232));
    Message small = zone.udp(withEdns(question("big.example.com", Type.TXT), 100));

    for (Message cut : List.of(plain, small)) {
      assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
      assertThat(answer(cut)).isEmpty();
    }
    assertThat(edns.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(answer(edns)).hasSize(1);
    assertThat(answer(zone.tcp(question("big.example.com", Type.TXT)))).hasSize(1);
  }

  @Test
  void theScopeSaysWhetherTheAnswerDependsOnTheSubnet() throws IOException {
    assertThat(scope("geo.example.com", subnet("198.51.100.0", 24))).isEqualTo(24);
    assertThat(scope("geo.example.com", subnet("198.0.0.0", 8))).isEqualTo(8);
    assertThat(scope("geo.example.com", subnet("2001:db8:1::", 56))).isEqualTo(48);
    assertThat(scope("www.example.com", subnet("198.51.100.0", 24))).isZero();
  }

  private int scope(String name, ClientSubnetOption subnet) throws IOException {
    Message answer = zone.udp(withEdns(question(name, Type.A), 1232, subnet));
    ClientSubnetOption own =
        (ClientSubnetOption) answer.getOPT().getOptions(EDNSOption.Code.CLIENT_SUBNET).get(0);
    assertThat(own.getAddress()).isEqualTo(subnet.getAddress());
    assertThat(own.getSourcePrefixLength()).isEqualTo(subnet.getSourcePrefixLength());
    return own.getScopePrefixLength();
  }

  @Test
  void theSubnetDecidesInsteadOfTheSource() throws IOException {
    ClientSource bySubnet =
        (address, prefix) ->
            new ClientSource.Located(
                address.equals(Asking.address("198.51.99.0"))
                    ? Client.UNKNOWN.withCountry("DE")
                    : Client.UNKNOWN,
                prefix);
    Asking located = new Asking(ReadDeclaration.good(DECLARATION), bySubnet, List.of());
    Message german =
        located.udp(withEdns(question("geo.example.com", Type.A), 1232, subnet("198.51.99.0", 24)));

    assertThat(answer(german)).hasSize(3);
    assertThat(answer(located.ask("geo.example.com", Type.A))).containsExactly("A 203.0.113.4");
  }

  @Test
  void damagedPacketsNeitherStopTheServerNorChangeLaterAnswers() throws IOException {
    SplittableRandom random = new SplittableRandom(12);
    byte[][] questions = {
      question("www.example.com", Type.A).toWire(),
      withEdns(question("geo.example.com", Type.A), 1232, subnet("198.51.100.0", 24)).toWire(),
      withEdns(question("x.wild.example.com", Type.ANY), 512).toWire(),
      question("www.sub.example.com", Type.TXT).toWire()
    };
    int answered = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] packet = questions[random.nextInt(questions.length)].clone();
      for (int j = random.nextInt(1, 6); j > 0; j--) {
        packet[random.nextInt(packet.length)] = (byte) random.nextInt(256);
      }
      byte[] sent = Arrays.copyOf(packet, random.nextInt(packet.length + 1) + random.nextInt(8));
      byte[] answer = (random.nextBoolean() ? zone.tcp(sent) : zone.udp(sent)).orElse(null);
      if (answer != null) {
        answered++;
        Message read = new Message(answer);
        assertThat(read.getHeader().getFlag(Flags.QR)).isTrue();
        assertThat(answer[0]).isEqualTo(sent[0]);
        assertThat(answer[1]).isEqualTo(sent[1]);
      }
    }

    assertThat(answered).isGreaterThan(50_000);
    assertThat(answer(zone.ask("www.example.com", Type.A))).hasSize(3);
    assertThat(answer(zone.ask("geo.example.com", Type.A))).containsExactly("A 203.0.113.4");
  }
}

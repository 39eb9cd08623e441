package dev.meridian.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.GeoLocation;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * For every question of a declaration and clients in several places, the answers of the server have
 * the distribution that {@code resolve} computes exactly: a chi-square test with fixed seeds.
 */
class SampledAnswersTest {
  private static final int DRAWS = 1500;

  /** Standard deviations of the normal distribution: one false alarm in 10 million. */
  private static final double QUANTILE = 5.2;

  private static final List<Client> CLIENTS =
      List.of(
          Client.UNKNOWN,
          ClientLocator.at(Client.UNKNOWN, new GeoLocation.Country("DE")),
          ClientLocator.at(Client.UNKNOWN, new GeoLocation.Country("BR")),
          ClientLocator.at(Client.UNKNOWN, new GeoLocation.UsState("CA")));

  @TestFactory
  Stream<DynamicTest> answersAreDistributedAsResolveSays() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : List.of(ReadDeclaration.RECIPE, ReadDeclaration.EVERYTHING)) {
      for (List<String> down : List.of(List.<String>of(), List.of("us-east-1"))) {
        for (int i = 0; i < CLIENTS.size(); i++) {
          Client client = CLIENTS.get(i);
          Asking zone = new Asking(ReadDeclaration.good(file), client, down);
          for (Question question : zone.served.resolver().questions()) {
            tests.add(
                DynamicTest.dynamicTest(
                    file + " " + question + ", client " + i + ", down " + down,
                    () -> isDistributed(zone, question, client)));
          }
        }
      }
    }
    return tests.stream();
  }

  private static void isDistributed(Asking zone, Question question, Client client)
      throws IOException {
    List<Outcome> outcomes =
        zone.served.resolver().answer(question, client, zone.served.health()).outcomes();
    if (outcomes.get(0).result() instanceof DnsResult.Sample sample) {
      isSampled(zone, question, sample);
      return;
    }
    Map<String, Double> expected = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      expected.merge(
          text(question, outcome, zone.served.standIns()),
          outcome.probability().doubleValue(),
          Double::sum);
    }
    Map<String, Integer> drawn = new TreeMap<>();
    int draws = expected.size() == 1 ? 5 : DRAWS;
    for (int i = 0; i < draws; i++) {
      drawn.merge(text(question.type(), ask(zone, question)), 1, Integer::sum);
    }

    assertThat(expected.keySet()).containsAll(drawn.keySet());
    double chiSquare = 0;
    for (Map.Entry<String, Double> one : expected.entrySet()) {
      double mean = draws * one.getValue();
      double difference = drawn.getOrDefault(one.getKey(), 0) - mean;
      chiSquare += difference * difference / mean;
    }
    assertThat(chiSquare).as("%s instead of %s", drawn, expected).isLessThan(limit(expected));
  }

  private static Message ask(Asking zone, Question question) throws IOException {
    Message asked = Asking.question(question.name().text(), Type.value(question.type().name()));
    Message answer = zone.udp(Asking.withEdns(asked, Responder.UDP_SIZE));
    assertThat(answer.getHeader().getFlag(Flags.TC)).isFalse();
    return answer;
  }

  /** Every answer has the right number of record sets, and each is in as many as the others. */
  private static void isSampled(Asking zone, Question question, DnsResult.Sample sample)
      throws IOException {
    Map<String, Integer> drawn = new TreeMap<>();
    for (List<Value> values : sample.records()) {
      assertThat(values).hasSize(1);
      drawn.put(text(question.type(), values.get(0), zone.served.standIns()), 0);
    }
    for (int i = 0; i < DRAWS; i++) {
      List<Record> records = ask(zone, question).getSection(Section.ANSWER);
      assertThat(records).hasSize(sample.size()).doesNotHaveDuplicates();
      records.forEach(
          record ->
              drawn.computeIfPresent(
                  canonical(question.type(), record.rdataToString()), (value, n) -> n + 1));
    }
    double chance = sample.inclusion().doubleValue();
    double deviation = Math.sqrt(DRAWS * chance * (1 - chance));
    assertThat(drawn.values())
        .allSatisfy(
            count -> assertThat(Math.abs(count - DRAWS * chance)).isLessThan(QUANTILE * deviation));
  }

  /** The approximation of Wilson and Hilferty. */
  private static double limit(Map<String, Double> expected) {
    int freedom = expected.size() - 1;
    double part = 2.0 / (9 * Math.max(freedom, 1));
    return freedom == 0 ? 1e-9 : freedom * Math.pow(1 - part + QUANTILE * Math.sqrt(part), 3);
  }

  /** What {@code resolve} says, with the stand-in addresses. */
  private static String text(Question question, Outcome outcome, StandIns standIns) {
    SortedSet<String> all = new TreeSet<>();
    outcome.cnames().forEach(link -> all.add("CNAME " + host(link.target())));
    DnsResult result = outcome.result();
    if (result instanceof DnsResult.Values values) {
      values.values().forEach(value -> all.add(text(question.type(), value, standIns)));
    } else if (result instanceof DnsResult.Resource resource) {
      all.add(text(question.type(), resource.dnsName(), standIns, true));
    } else if (result instanceof DnsResult.NxDomain) {
      all.add("NXDOMAIN");
    }
    return all.toString();
  }

  private static String text(RecordType type, Value value, StandIns standIns) {
    return text(type, value, standIns, !(value instanceof Value.Literal));
  }

  private static String text(RecordType type, Value value, StandIns standIns, boolean standIn) {
    return standIn
        ? standIns.address(value, type).orElseThrow().getHostAddress()
        : type == RecordType.CNAME ? "CNAME " + host(value) : canonical(type, value.toString());
  }

  private static String host(Value value) {
    return value instanceof Value.Literal
        ? OutageModel.of(value)
        : OutageModel.of(value).replaceAll("[^A-Za-z0-9-]+", "-")
            + ".known-after-deployment.invalid";
  }

  private static String text(RecordType type, Message message) {
    SortedSet<String> all = new TreeSet<>();
    for (Record record : message.getSection(Section.ANSWER)) {
      String data = record.rdataToString();
      all.add(
          record.getType() == Type.CNAME
              ? "CNAME " + data.substring(0, data.length() - 1)
              : canonical(type, data));
    }
    if (message.getRcode() == Rcode.NXDOMAIN) {
      all.add("NXDOMAIN");
    }
    return all.toString();
  }

  /** One spelling: without the dots of names, and with addresses as Java writes them. */
  private static String canonical(RecordType type, String data) {
    return switch (type) {
      case A, AAAA -> Asking.address(data).getHostAddress();
      default -> data.replaceAll("\\.( |$)", "$1").replace("\"", "");
    };
  }
}

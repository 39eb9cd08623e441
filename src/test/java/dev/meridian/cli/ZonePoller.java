package dev.meridian.cli;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.client.Client;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Clients who ask a hosted zone the same questions again and again, and note each question without
 * the answer that they got at first.
 */
final class ZonePoller {
  private static final Map<String, Client> CLIENTS =
      Map.of(
          "unknown", Client.UNKNOWN,
          "DE", Client.UNKNOWN.withCountry("DE"),
          "US", Client.UNKNOWN.withUsState("CA"),
          "address",
              Client.UNKNOWN
                  .withCountry("BR")
                  .withAddress(new IPAddressString("198.51.100.7").getAddress()));

  private final AwsAccess access;
  private final List<Question> questions;
  private final Map<String, String> first;
  private final Set<String> unanswered = new TreeSet<>();
  private final Set<String> changed = new TreeSet<>();
  private volatile boolean stopped;
  private int rounds;

  /** Asks once, for the answers that are expected from now on. */
  ZonePoller(AwsAccess access) throws AwsReadException {
    this.access = access;
    LiveZone zone = read();
    this.questions = Resolver.of(zone.plan()).questions();
    this.first = answers(zone);
    note(first);
  }

  private LiveZone read() throws AwsReadException {
    try (LiveZones zones = new LiveZones(access)) {
      return zones.read(zones.find("example.com").get(0));
    }
  }

  private Map<String, String> answers(LiveZone zone) {
    Map<String, String> answers = new TreeMap<>();
    Resolver resolver = Resolver.of(zone.plan());
    for (Question question : questions) {
      CLIENTS.forEach(
          (name, client) ->
              answers.put(
                  question + " from " + name,
                  resolver
                      .answer(question, client, HealthState.ALL_HEALTHY)
                      .distribution()
                      .entrySet()
                      .stream()
                      .map(answer -> answer.getValue() + " " + text(answer.getKey()))
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
    // Records of the types that no name routes, such as MX.
    for (RecordSet record : zone.plan().records()) {
      answers.put(key(record.key()), record.data().toString());
    }
    return answers;
  }

  private static String key(RecordKey key) {
    return "record " + key;
  }

  private static String text(DnsResult result) {
    boolean nothing =
        result instanceof DnsResult.NoData
            || result instanceof DnsResult.NxDomain
            || result instanceof DnsResult.Loop;
    return nothing ? "NOTHING" : result.toString();
  }

  private void note(Map<String, String> answers) {
    rounds++;
    first.forEach(
        (question, answer) -> {
          String now = answers.getOrDefault(question, "NOTHING");
          if (now.contains("NOTHING")) {
            unanswered.add(question);
          } else if (!now.equals(answer)) {
            changed.add(question + ": " + answer + " became " + now);
          }
        });
  }

  /** Asks once more. */
  void ask() throws AwsReadException {
    note(answers(read()));
  }

  /** Asks without a pause while {@code work} runs, and once more after it. */
  <T> T during(Callable<T> work) throws Exception {
    List<Exception> failures = new ArrayList<>();
    stopped = false;
    Thread asking =
        new Thread(
            () -> {
              try {
                do {
                  ask();
                } while (!stopped);
              } catch (AwsReadException | RuntimeException e) {
                failures.add(e);
              }
            },
            "clients of the zone");
    asking.start();
    T result;
    try {
      result = work.call();
    } finally {
      stopped = true;
      asking.join();
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    ask();
    return result;
  }

  /** Questions that were not answered at least once. */
  Set<String> unanswered() {
    return unanswered;
  }

  /** Answers that differed at least once. */
  Set<String> changed() {
    return changed;
  }

  /** The number of questions in each round. */
  int questions() {
    return first.size();
  }

  int rounds() {
    return rounds;
  }
}

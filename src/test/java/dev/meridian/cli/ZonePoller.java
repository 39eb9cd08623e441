package dev.meridian.cli;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.client.Client;
import dev.meridian.testing.AwsRelay;
import dev.meridian.testing.RealTerraform;
import inet.ipaddr.IPAddressString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Clients who ask a hosted zone the same questions while Terraform changes it, and note each
 * question without the answer that they got at first.
 */
final class ZonePoller implements AwsRelay.Changes, AutoCloseable {
  private static final Map<String, Client> CLIENTS =
      Map.of(
          "unknown", Client.UNKNOWN,
          "DE", Client.UNKNOWN.withCountry("DE"),
          "US", Client.UNKNOWN.withUsState("CA"),
          "address",
              Client.UNKNOWN
                  .withCountry("BR")
                  .withAddress(new IPAddressString("198.51.100.7").getAddress()));

  /** Between two rounds while Terraform waits, which takes it 10 s or more for each change. */
  private static final long PAUSE_MILLIS = 500;

  private final AwsAccess access;
  private final boolean waiting;
  private final AwsRelay relay;
  private final List<Question> questions = new ArrayList<>();
  private final Map<String, String> first = new TreeMap<>();
  private final Set<String> unanswered = new TreeSet<>();
  private final Set<String> changed = new TreeSet<>();
  private final List<Exception> failures = new ArrayList<>();
  private boolean asking;
  private int rounds;

  private ZonePoller(LocalAws aws, boolean waiting) throws IOException {
    this.access = aws.access();
    this.waiting = waiting;
    this.relay = new AwsRelay(aws.endpoint(), this);
  }

  /**
   * Clients who ask after each change. They miss no state of the zone, because nothing changes
   * while they ask.
   */
  static ZonePoller afterEachChange(LocalAws aws) throws IOException {
    return new ZonePoller(aws, false);
  }

  /**
   * Clients who ask again and again while Terraform waits until changes are in sync, as on AWS: for
   * zones with too many changes to ask after each of them.
   */
  static ZonePoller whileTerraformWaits(LocalAws aws) throws IOException {
    return new ZonePoller(aws, true);
  }

  /** The local AWS, for the Terraform whose changes the clients see. */
  Map<String, String> environment() {
    Map<String, String> environment =
        new TreeMap<>(Map.of("AWS_ENDPOINT_URL", relay.endpoint().toString()));
    if (waiting) {
      environment.putAll(RealTerraform.WAITS);
    }
    return environment;
  }

  /** Asks once, for the answers that are expected from now on. */
  synchronized void start() throws AwsReadException {
    LiveZone zone = read();
    questions.addAll(Resolver.of(zone.plan()).questions());
    first.putAll(answers(zone));
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

  /** Asks. */
  synchronized void ask() throws AwsReadException {
    note(answers(read()));
  }

  @Override
  public void after(String body) {
    if (!waiting) {
      askIfAsking();
    }
  }

  private synchronized boolean askIfAsking() {
    if (asking) {
      try {
        ask();
      } catch (AwsReadException | RuntimeException e) {
        failures.add(e);
      }
    }
    return asking;
  }

  interface Work {
    void run() throws Exception;
  }

  /** Asks while {@code work} runs, and once more after it. */
  void during(Work work) throws Exception {
    asking(true);
    if (waiting) {
      new Thread(this::askAgainAndAgain, "clients of the zone").start();
    }
    try {
      work.run();
    } finally {
      asking(false);
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    ask();
  }

  private synchronized void asking(boolean now) {
    asking = now;
  }

  private void askAgainAndAgain() {
    try {
      while (askIfAsking()) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

  @Override
  public void close() {
    relay.close();
  }
}

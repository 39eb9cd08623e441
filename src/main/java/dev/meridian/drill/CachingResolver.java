package dev.meridian.drill;

import dev.meridian.probe.Pace;
import dev.meridian.resolve.Question;
import dev.meridian.serve.WireNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * The resolver of a place. It asks a server with the client subnet of its place, and keeps each
 * answer for its TTL. An answer without records is kept for the TTL of the SOA record (RFC 2308).
 * The first answer is kept for a random part of that, as if somebody had asked before.
 */
final class CachingResolver {
  private static final int SUBNET_BITS = 24;
  private static final int PAYLOAD = 1232;
  private static final int TRIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SimpleResolver resolver;
  private final AnsweredEndpoints endpoints;
  private final Pace pace;
  private final LongSupplier nanoTime;
  private final RandomGenerator phases;
  private final Map<Question, Kept> kept = new HashMap<>();

  private record Kept(List<String> endpoints, long expires) {}

  CachingResolver(
      InetSocketAddress server,
      InetAddress subnet,
      AnsweredEndpoints endpoints,
      Pace pace,
      LongSupplier nanoTime,
      RandomGenerator phases) {
    resolver = new SimpleResolver(server);
    resolver.setTimeout(PATIENCE);
    resolver.setEDNS(0, PAYLOAD, 0, List.of(new ClientSubnetOption(SUBNET_BITS, subnet)));
    this.endpoints = endpoints;
    this.pace = pace;
    this.nanoTime = nanoTime;
    this.phases = phases;
  }

  /**
   * The endpoints that a question is answered with; empty if there is no answer.
   *
   * @throws IOException if the server does not answer
   */
  synchronized List<String> resolve(Question question) throws IOException {
    Kept known = kept.get(question);
    if (known != null && nanoTime.getAsLong() - known.expires() < 0) {
      return known.endpoints();
    }
    Name name = WireNames.of(question.name());
    Message answer =
        answer(
            Message.newQuery(
                Record.newRecord(name, Type.value(question.type().name()), DClass.IN)));
    List<String> found = endpoints.of(answer);
    double seconds = ttl(answer) * (known == null ? phases.nextDouble() : 1);
    long expires = nanoTime.getAsLong() + pace.of(seconds).toNanos();
    kept.put(question, new Kept(found, expires));
    return found;
  }

  private Message answer(Message query) throws IOException {
    for (int i = 1; ; i++) {
      try {
        return resolver.send(query);
      } catch (IOException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  private static long ttl(Message answer) {
    List<Record> records = answer.getSection(Section.ANSWER);
    return (records.isEmpty() ? answer.getSection(Section.AUTHORITY) : records)
        .stream()
            .mapToLong(
                record ->
                    record instanceof SOARecord soa
                        ? Math.min(soa.getTTL(), soa.getMinimum())
                        : record.getTTL())
            .min()
            .orElse(0);
  }
}

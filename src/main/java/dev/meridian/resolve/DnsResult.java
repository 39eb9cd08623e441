package dev.meridian.resolve;

import dev.meridian.model.Value;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** The result of one path through the records. */
public sealed interface DnsResult {

  /** The TTL of answers from AWS alias targets: 60 seconds for load balancers and S3 websites. */
  long RESOURCE_TTL = 60;

  /** The endpoints that clients can connect to, each once; empty if there is no answer. */
  default List<String> endpoints() {
    return Shares.ends(this).stream().filter(end -> !end.equals(Shares.NOBODY)).distinct().toList();
  }

  /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of result. */
  interface Cases<R> {
    R values(Values result);

    R sample(Sample result);

    R resource(Resource result);

    R elsewhere(Elsewhere result);

    R noData(NoData result);

    R nxDomain(NxDomain result);

    R loop(Loop result);
  }

  /**
   * All of these values, in random order.
   *
   * @param ttl seconds
   */
  record Values(List<Value> values, long ttl) implements DnsResult {
    public Values {
      values = List.copyOf(values);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.values(this);
    }
  }

  /**
   * The values of {@code size} records drawn at random, each with the probability size / records.
   *
   * @param records the values of every record that can be drawn
   * @param ttl the smallest of the records' TTLs in seconds (RFC 2181 5.2)
   */
  record Sample(int size, List<List<Value>> records, long ttl) implements DnsResult {
    public Sample {
      records = List.copyOf(records);
    }

    /** The probability of each record to be in the answer. */
    public BigFraction inclusion() {
      return BigFraction.of(size, records.size());
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.sample(this);
    }
  }

  /** The current addresses of an AWS resource. */
  record Resource(Value dnsName, Value zoneId) implements DnsResult {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.resource(this);
    }
  }

  /**
   * A CNAME to a name outside the zone, which the resolver then asks for, or to a name that is
   * known only after apply.
   */
  record Elsewhere(Value host) implements DnsResult {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.elsewhere(this);
    }
  }

  /** NOERROR without an answer. */
  record NoData() implements DnsResult {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.noData(this);
    }
  }

  /** No such name. */
  record NxDomain() implements DnsResult {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.nxDomain(this);
    }
  }

  /** Aliases or CNAMEs in a loop, which never reach an answer. */
  record Loop() implements DnsResult {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.loop(this);
    }
  }
}

package dev.meridian.resolve;

import dev.meridian.model.DnsName;
import dev.meridian.model.Value;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** The result of one path through the records. */
public sealed interface DnsResult {

  /** The TTL of answers from AWS alias targets: 60 seconds for load balancers and S3 websites. */
  long RESOURCE_TTL = 60;

  /** The endpoints that clients can connect to, each once; empty if there is no answer. */
  default List<String> endpoints() {
    return Shares.ends(this).stream().filter(Shares::isEndpoint).distinct().toList();
  }

  /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of result. */
  interface Cases<R> {
    R values(Values result);

    R sample(Sample result);

    R resource(Resource result);

    R elsewhere(Elsewhere result);

    R referral(Referral result);

    R setByRoute53(SetByRoute53 result);

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
   * A CNAME to a name that other name servers answer for, or to a name that is known only after
   * apply. The resolver asks them next.
   *
   * @param nameServers if the zone delegates the name, the servers that it delegates to; empty if
   *     the name is outside the zone
   */
  record Elsewhere(Value host, List<Value> nameServers) implements DnsResult {
    public Elsewhere {
      nameServers = List.copyOf(nameServers);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.elsewhere(this);
    }
  }

  /**
   * No answer, but the name servers to ask instead, because the zone delegates the name to them
   * (RFC 1034, section 4.3.2, step 3b). What they answer is not known.
   *
   * @param delegated the name with the NS records
   * @param nameServers their values
   * @param ttl of the NS records, in seconds
   */
  record Referral(DnsName delegated, List<Value> nameServers, long ttl) implements DnsResult {
    public Referral {
      nameServers = List.copyOf(nameServers);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.referral(this);
    }
  }

  /**
   * The NS or SOA record of the zone itself. Route 53 sets it when it creates the zone, and its
   * values are not known.
   *
   * @param zoneExists whether the zone already has it
   */
  record SetByRoute53(boolean zoneExists) implements DnsResult {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.setByRoute53(this);
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

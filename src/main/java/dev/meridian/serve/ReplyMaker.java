package dev.meridian.serve;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import dev.meridian.resolve.Cname;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.PlanIndex;
import dev.meridian.resolve.Question;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** Converts the results of the resolver to records. */
final class ReplyMaker {
  private static final RecordType[] TYPES = RecordType.values();

  private final StandIns standIns;
  private final ApexStandIns apex;
  private final PlanIndex index;

  ReplyMaker(StandIns standIns, ApexStandIns apex, PlanIndex index) {
    this.standIns = standIns;
    this.apex = apex;
    this.index = index;
  }

  /** What an outcome looks like to the client that asks {@code question}. */
  Drawn made(Question question, Outcome outcome) {
    List<List<Record>> answer = new ArrayList<>();
    Name owner = WireNames.of(question.name());
    for (Cname link : outcome.cnames()) {
      Name target = target(link.target());
      answer.add(
          List.of(new CNAMERecord(WireNames.of(link.owner()), DClass.IN, link.ttl(), target)));
      owner = target;
    }
    return outcome.result().accept(new Made(question.type(), owner, answer));
  }

  /** The question's own name and, after CNAMEs, the name that they end at. */
  private final class Made implements DnsResult.Cases<Drawn> {
    private final RecordType type;
    private final Name owner;
    private final List<List<Record>> answer;

    Made(RecordType type, Name owner, List<List<Record>> answer) {
      this.type = type;
      this.owner = owner;
      this.answer = answer;
    }

    @Override
    public Drawn values(DnsResult.Values result) {
      return found(records(result.values(), result.ttl()));
    }

    @Override
    public Drawn sample(DnsResult.Sample result) {
      List<List<Record>> all =
          result.records().stream().map(values -> records(values, result.ttl())).toList();
      return new Drawn.Sample(found(List.of()), all, result.size());
    }

    @Override
    public Drawn resource(DnsResult.Resource result) {
      Optional<InetAddress> address =
          type == RecordType.A || type == RecordType.AAAA
              ? standIns.address(result.dnsName(), type)
              : Optional.empty();
      return address.isPresent()
          ? found(List.of(address(address.get(), DnsResult.RESOURCE_TTL)))
          : negative(Rcode.NOERROR);
    }

    @Override
    public Drawn elsewhere(DnsResult.Elsewhere result) {
      return new Reply(Rcode.NOERROR, true, answer, List.of());
    }

    @Override
    public Drawn referral(DnsResult.Referral result) {
      List<Record> servers = new ArrayList<>();
      List<Record> addresses = new ArrayList<>();
      for (Value server : result.nameServers()) {
        addresses.addAll(addresses(server));
        servers.add(
            new NSRecord(
                WireNames.of(result.delegated()), DClass.IN, result.ttl(), target(server)));
      }
      return new Reply(Rcode.NOERROR, false, answer, servers, addresses);
    }

    @Override
    public Drawn setByRoute53(DnsResult.SetByRoute53 result) {
      return found(type == RecordType.SOA ? List.of(apex.soa()) : apex.nameServers());
    }

    @Override
    public Drawn noData(DnsResult.NoData result) {
      return negative(Rcode.NOERROR);
    }

    @Override
    public Drawn nxDomain(DnsResult.NxDomain result) {
      return negative(Rcode.NXDOMAIN);
    }

    @Override
    public Drawn loop(DnsResult.Loop result) {
      return new Reply(Rcode.SERVFAIL, false, List.of(), List.of());
    }

    private Drawn negative(int rcode) {
      return new Reply(rcode, true, answer, List.of(apex.negative()));
    }

    private Reply found(List<Record> records) {
      return new Reply(Rcode.NOERROR, true, answer, List.of()).with(records);
    }

    private List<Record> records(List<Value> values, long ttl) {
      List<Record> records = new ArrayList<>();
      for (Value value : values) {
        Record record = record(value, ttl);
        if (!records.contains(record)) {
          records.add(record);
        }
      }
      return records;
    }

    private Record record(Value value, long ttl) {
      if (!(value instanceof Value.Literal)) {
        if (type == RecordType.A || type == RecordType.AAAA) {
          return address(standIns.address(value, type).orElseThrow(), ttl);
        }
        return new CNAMERecord(owner, DClass.IN, ttl, target(value));
      }
      try {
        return Record.fromString(
            owner, Type.value(type.name()), DClass.IN, ttl, value.toString(), Name.root);
      } catch (IOException e) {
        throw new IllegalArgumentException(type + " " + value, e);
      }
    }

    private Record address(InetAddress address, long ttl) {
      return type == RecordType.AAAA
          ? new AAAARecord(owner, DClass.IN, ttl, address)
          : new ARecord(owner, DClass.IN, ttl, address);
    }
  }

  /**
   * The addresses that the zone has for a name server, so that clients can ask it (RFC 1034,
   * section 4.2.1, and RFC 9471).
   */
  private List<Record> addresses(Value server) {
    List<Record> addresses = new ArrayList<>();
    Optional<DnsName> name = DnsName.of(server);
    for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
      Optional<RecordData.Values> found = name.flatMap(own -> index.simpleValues(own, type));
      if (found.isPresent()) {
        Made made = new Made(type, WireNames.of(name.orElseThrow()), List.of());
        addresses.addAll(made.records(found.get().values(), found.get().ttl()));
      }
    }
    return addresses;
  }

  /** A host name that is known only after deployment has a stand-in that cannot exist. */
  private static Name target(Value value) {
    String text = OutageModel.of(value);
    if (value instanceof Value.Literal) {
      return WireNames.of(DnsName.of(value).map(DnsName::text).orElse(text));
    }
    return WireNames.of(StandIns.hostName(text));
  }

  /** The type with this number; empty for types that Route 53 does not have. */
  static Optional<RecordType> type(int number) {
    for (RecordType type : TYPES) {
      if (Type.value(type.name()) == number) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The SOA record with the TTL of negative answers (RFC 2308, section 3). */
  static SOARecord negative(SOARecord soa) {
    return new SOARecord(
        soa.getName(),
        soa.getDClass(),
        Math.min(soa.getTTL(), soa.getMinimum()),
        soa.getHost(),
        soa.getAdmin(),
        soa.getSerial(),
        soa.getRefresh(),
        soa.getRetry(),
        soa.getExpire(),
        soa.getMinimum());
  }
}

package dev.meridian.serve;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.client.Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/**
 * The zone's own NS and SOA records: those that are known, or else records with the TTLs and times
 * that Route 53 uses and with servers that cannot exist.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html">NS
 *     and SOA records that Route 53 creates for a public hosted zone</a>
 */
final class ApexStandIns {
  private static final long NS_TTL = 172_800;
  private static final long SOA_TTL = 900;
  private static final String TIMES = " 1 7200 900 1209600 86400";
  private static final int SERVERS = 4;

  private final List<Record> nameServers;
  private final SOARecord soa;

  ApexStandIns(DnsName zone, Resolver resolver) {
    Name name = WireNames.of(zone);
    nameServers = new ArrayList<>();
    for (int i = 1; i <= SERVERS; i++) {
      Name server = Name.fromConstantString(server(i));
      nameServers.add(new NSRecord(name, DClass.IN, NS_TTL, server));
    }
    String text = known(resolver, zone).orElse(server(1) + " hostmaster.route53.invalid." + TIMES);
    try {
      soa = (SOARecord) Record.fromString(name, Type.SOA, DClass.IN, SOA_TTL, text, Name.root);
    } catch (IOException e) {
      throw new IllegalArgumentException("SOA " + text, e);
    }
  }

  private static Optional<String> known(Resolver resolver, DnsName zone) {
    List<Outcome> outcomes =
        resolver
            .answer(new Question(zone, RecordType.SOA), Client.UNKNOWN, HealthState.ALL_HEALTHY)
            .outcomes();
    return outcomes.get(0).result() instanceof DnsResult.Values values
        ? values.values().stream().map(Value::toString).findFirst()
        : Optional.empty();
  }

  private static String server(int number) {
    return "ns" + number + ".route53.invalid.";
  }

  List<Record> nameServers() {
    return List.copyOf(nameServers);
  }

  SOARecord soa() {
    return soa;
  }

  /** The SOA record with the TTL of negative answers. */
  SOARecord negative() {
    return ReplyMaker.negative(soa);
  }
}

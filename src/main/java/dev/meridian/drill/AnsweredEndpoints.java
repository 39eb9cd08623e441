package dev.meridian.drill;

import dev.meridian.resolve.OutageModel;
import dev.meridian.serve.StandIns;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Which endpoint the records of an answer point to. */
final class AnsweredEndpoints {
  private final Map<InetAddress, String> addresses = new HashMap<>();
  private final Map<String, String> hosts = new HashMap<>();

  AnsweredEndpoints(OutageModel model, StandIns standIns) {
    for (String endpoint : model.names()) {
      IPAddress literal = new IPAddressString(endpoint).getAddress();
      if (literal != null && !literal.isMultiple()) {
        addresses.put(literal.toInetAddress(), endpoint);
      }
      hosts.put(endpoint, endpoint);
      hosts.put(StandIns.hostName(endpoint), endpoint);
    }
    standIns
        .byEndpoint()
        .forEach(
            (endpoint, byType) ->
                byType.values().forEach(all -> all.forEach(one -> addresses.put(one, endpoint))));
  }

  /**
   * The endpoints that a client can connect to, in the order of the answer: those of its addresses
   * or, if it has none, that of its last CNAME record.
   */
  List<String> of(Message answer) {
    List<Record> records = answer.getSection(Section.ANSWER);
    List<String> found =
        records.stream().map(this::address).flatMap(Optional::stream).distinct().toList();
    if (!found.isEmpty() || records.isEmpty()) {
      return found;
    }
    return records.get(records.size() - 1) instanceof CNAMERecord cname
        ? Optional.ofNullable(hosts.get(cname.getTarget().toString(true))).stream().toList()
        : List.of();
  }

  private Optional<String> address(Record record) {
    if (record instanceof ARecord ipv4) {
      return Optional.ofNullable(addresses.get(ipv4.getAddress()));
    }
    return record instanceof AAAARecord ipv6
        ? Optional.ofNullable(addresses.get(ipv6.getAddress()))
        : Optional.empty();
  }
}

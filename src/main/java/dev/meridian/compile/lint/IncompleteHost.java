package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.DnsName;
import dev.meridian.model.IpAddresses;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordText;
import dev.meridian.model.Value;

/** The rule {@code incomplete-host}. */
final class IncompleteHost implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (RecordSet record : plan.plan().records()) {
      for (Value value : record.data().parts()) {
        if (value instanceof Value.Literal literal) {
          RecordText.host(record.type(), literal.text())
              .ifPresent(host -> check(plan.plan().zone(), record, host, report));
        }
      }
    }
  }

  private static void check(DnsName zone, RecordSet record, String host, Report report) {
    if (IpAddresses.of(host).isPresent()) {
      report.add(
          new Subject.OfRecord(record.key()),
          record.type() + " records contain host names, but " + host + " is an address",
          "write a host name whose A or AAAA record has this address");
    } else if (host.indexOf('.') < 0) {
      report.add(
          new Subject.OfRecord(record.key()),
          "host names are complete: \"" + host + "\" is not " + host + "." + zone,
          "write " + host + "." + zone + ", or " + host + ". for the top-level domain");
    }
  }
}

package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.regex.Pattern;

/** The rule {@code misplaced-record}. */
final class MisplacedRecord implements LintRule {
  private static final Pattern SERVICE = Pattern.compile("_[^.]+\\._[^.]+\\..+");
  private static final Pattern PORT = Pattern.compile("(?:_[0-9]+|\\*)\\._[^.]+\\..+");

  @Override
  public void check(LintContext plan, Report report) {
    for (RrsetKey key : plan.groups().keySet()) {
      String name = key.name().text();
      if (key.type() == RecordType.SRV && !SERVICE.matcher(name).matches()) {
        add(
            report,
            key,
            "clients look for SRV records at names such as _sip._tcp." + name,
            "put the service and the protocol in front of the name");
      }
      if (key.type() == RecordType.TLSA && !PORT.matcher(name).matches()) {
        add(
            report,
            key,
            "clients look for TLSA records at names such as _443._tcp." + name,
            "put the port and the protocol in front of the name");
      }
      if (key.type() == RecordType.DS && key.name().equals(plan.plan().zone())) {
        add(
            report,
            key,
            "the DS records of a zone belong to the zone above it",
            "give them to your registrar, or to the owner of the zone above");
      } else if (key.type() == RecordType.DS
          && plan.group(new RrsetKey(key.name(), RecordType.NS)).isEmpty()) {
        add(
            report,
            key,
            "DS records belong to a delegation, but there are no NS records at " + key.name(),
            "add the NS records of the delegated zone, or remove the DS records");
      }
    }
  }

  private static void add(Report report, RrsetKey key, String what, String fix) {
    report.add(new Subject.OfGroup(key), what, fix);
  }
}

package dev.meridian.compile.rule;

import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.IpAddresses;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import inet.ipaddr.IPAddress;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Rules for a single record: its locations exist, and its values have the record's type. */
final class RecordRules {

  private RecordRules() {}

  static void check(IndexedPlan zone, RecordSet record, Consumer<Violation> found) {
    record.policy().accept(new PlaceRules(zone.kind(), record, found));
    record.data().accept(new Answers(zone, record, found));
  }

  private record Answers(IndexedPlan zone, RecordSet record, Consumer<Violation> found)
      implements RecordData.Cases<Void> {
    @Override
    public Void values(RecordData.Values answer) {
      RecordRules.values(record, answer, found);
      return null;
    }

    @Override
    public Void recordAlias(RecordData.RecordAlias answer) {
      return null;
    }

    @Override
    public Void resourceAlias(RecordData.ResourceAlias answer) {
      ResourceAliasRules.check(zone, record, answer, found);
      return null;
    }
  }

  private static void values(
      RecordSet record, RecordData.Values answer, Consumer<Violation> found) {
    if (record.type() == RecordType.CNAME && answer.values().size() > 1) {
      found.accept(
          refused(
              record,
              "a CNAME record has one value, not " + answer.values().size(),
              "use weighted CNAME records to distribute clients among several names"));
    }
    for (Value value : answer.values()) {
      if (value instanceof Value.Literal literal && !fits(record.type(), literal.text())) {
        found.accept(
            refused(
                record,
                "\"" + literal.text() + "\" is not a value of an " + record.type() + " record",
                "write "
                    + (record.type() == RecordType.CNAME ? "one domain name" : "one address")
                    + " per value"));
      }
    }
  }

  private static boolean fits(RecordType type, String value) {
    return type == RecordType.A
        ? isAddress(value, IPAddress::isIPv4)
        : type == RecordType.AAAA
            ? isAddress(value, IPAddress::isIPv6)
            : type != RecordType.CNAME || isName(value);
  }

  private static boolean isAddress(String text, Predicate<IPAddress> version) {
    return IpAddresses.of(text).filter(version).isPresent();
  }

  private static boolean isName(String text) {
    try {
      return !new DnsName(text).text().isEmpty();
    } catch (InvalidValue e) {
      return false;
    }
  }

  private static Violation refused(RecordSet record, String what, String fix) {
    return Violation.rejected(new Subject.OfRecord(record.key()), what, fix);
  }
}

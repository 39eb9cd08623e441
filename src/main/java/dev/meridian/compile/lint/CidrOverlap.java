package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Comparator;
import java.util.List;

/** Tells {@code cidr-overlap}. */
final class CidrOverlap implements LintRule {
  private static final Comparator<IPAddress> BY_START =
      Comparator.comparing(IPAddress::isIPv6)
          .thenComparing(block -> block.getLower().getValue())
          .thenComparing(IPAddress::getNetworkPrefixLength);

  @Override
  public void check(LintContext plan, Report report) {
    for (CidrCollection collection : plan.plan().cidrCollections()) {
      List<IPAddress> blocks =
          collection.locations().values().stream()
              .flatMap(List::stream)
              .distinct()
              .map(CidrOverlap::range)
              .sorted(BY_START)
              .toList();
      overlaps(collection, blocks, report);
    }
  }

  /** Sorted by their starts, a block lies in the last one that reaches so far, or in none. */
  private static void overlaps(CidrCollection collection, List<IPAddress> blocks, Report report) {
    IPAddress wide = null;
    for (IPAddress block : blocks) {
      if (wide != null && wide.contains(block)) {
        report.add(
            new Subject.OfCidrCollection(collection.name()),
            block + " lies within " + wide + ": its own location answers its clients",
            "keep it if that is meant; else cut it out of the wider block");
      } else {
        wide = block;
      }
    }
  }

  private static IPAddress range(CidrBlock block) {
    return new IPAddressString(block.text()).getAddress().toPrefixBlock();
  }
}

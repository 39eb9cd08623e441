package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Comparator;
import java.util.List;

/** The rule {@code cidr-overlap}. */
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

  /**
   * In the order of their first addresses, a block can only be inside the last one that reaches its
   * end.
   */
  private static void overlaps(CidrCollection collection, List<IPAddress> blocks, Report report) {
    IPAddress wide = null;
    for (IPAddress block : blocks) {
      if (wide != null && wide.contains(block)) {
        report.add(
            new Subject.OfCidrCollection(collection.name()),
            block + " is inside " + wide + ": its own location answers its clients",
            "keep it if that is intended; otherwise, exclude it from the larger block");
      } else {
        wide = block;
      }
    }
  }

  private static IPAddress range(CidrBlock block) {
    return new IPAddressString(block.text()).getAddress().toPrefixBlock();
  }
}

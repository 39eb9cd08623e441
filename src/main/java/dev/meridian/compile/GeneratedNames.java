package dev.meridian.compile;

import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import java.util.ArrayList;
import java.util.List;

/** The names that Meridian generates for what a declaration does not name itself. */
public final class GeneratedNames {
  private GeneratedNames() {}

  /**
   * {@code _<endpoint>.<zone>}: the group with the addresses of an endpoint.
   *
   * @throws dev.meridian.model.InvalidValue if the name would be too long
   */
  public static DnsName addressGroup(DnsName zone, String endpoint) {
    return zone.child(Slug.fitted("_" + Slug.of(endpoint)));
  }

  /**
   * {@code _<first label>-<branches>.<the name's other labels>}: the group that a branch points to.
   *
   * @param branches the labels from the name down to the branch
   * @throws dev.meridian.model.InvalidValue if the name would be too long
   */
  public static DnsName branchGroup(DnsName zone, DnsName name, List<String> branches) {
    boolean apex = name.equals(zone);
    String first = apex ? "@" : name.labels().get(0);
    String label = "_" + Slug.of(first) + "-" + Slug.joined(branches);
    DnsName parent = apex ? zone : name.parent().orElse(zone);
    return parent.child(Slug.fitted(label));
  }

  /**
   * {@code _<first label>-<kind>.<the name's other labels>}: the group behind a front door.
   *
   * @throws dev.meridian.model.InvalidValue if the name would be too long
   */
  public static DnsName frontDoorGroup(DnsName zone, DnsName name, PolicyKind kind) {
    return branchGroup(zone, name, List.of(kind.keyword()));
  }

  /**
   * The name of a health check that is written at a branch. It contains the whole name, because the
   * first labels of two names can be the same.
   *
   * @param label the name as it is declared, relative to the zone
   * @param branches the labels from the name down to the branch
   */
  public static String branchCheck(String label, List<String> branches) {
    List<String> parts = new ArrayList<>(List.of(label.split("\\.")));
    parts.addAll(branches);
    return Slug.joined(parts);
  }

  /** What distinguishes the health checks of an endpoint's addresses. */
  static String suffix(String identity) {
    return "-" + Slug.of(identity);
  }
}

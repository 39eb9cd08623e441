package dev.meridian.compile;

import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.Slug;
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
   * {@code _<first label>-<branches>-<kind>.<the name's other labels>}: the group that a branch
   * points to. The kind is part of the name because Route 53 refuses records of another policy next
   * to existing ones: so a policy of another kind gets a group of its own.
   *
   * @param branches the labels from the name down to the branch; none for the group that a name
   *     itself points to
   * @param kind the policy of the group's records
   * @throws dev.meridian.model.InvalidValue if the name would be too long
   */
  public static DnsName branchGroup(
      DnsName zone, DnsName name, List<String> branches, PolicyKind kind) {
    return group(zone, name, groupLabel(zone, name, branches) + "-" + kind.keyword());
  }

  /**
   * {@code _<first label>-<branches>.<the name's other labels>}: what {@link #branchGroup} was in
   * earlier versions of Meridian.
   *
   * @throws dev.meridian.model.InvalidValue if the name would be too long
   */
  public static DnsName earlierBranchGroup(DnsName zone, DnsName name, List<String> branches) {
    return group(zone, name, groupLabel(zone, name, branches));
  }

  /**
   * Whether {@code now} is the {@link #branchGroup} of the branch whose group was {@code earlier}
   * in earlier versions. For names that are shortened to the length of a label, only the part
   * before the hash is compared.
   *
   * @param kind the policy of the group's records
   */
  public static boolean isEarlier(DnsName earlier, DnsName now, PolicyKind kind) {
    String before = earlier.labels().get(0);
    String after = now.labels().get(0);
    boolean grown = after.equals(Slug.fitted(before + "-" + kind.keyword()));
    boolean shortened = Slug.isFitted(before) && Slug.isFitted(after) && Slug.alike(before, after);
    return before.startsWith("_") && earlier.parent().equals(now.parent()) && (grown || shortened);
  }

  private static DnsName group(DnsName zone, DnsName name, String label) {
    DnsName parent = name.equals(zone) ? zone : name.parent().orElse(zone);
    return parent.child(Slug.fitted(label));
  }

  private static String groupLabel(DnsName zone, DnsName name, List<String> branches) {
    List<String> parts = new ArrayList<>();
    parts.add(name.equals(zone) ? "@" : name.labels().get(0));
    parts.addAll(branches);
    return "_" + Slug.joined(parts);
  }

  /**
   * {@code _<first label>-<kind>.<the name's other labels>}: the group behind a front door.
   *
   * @throws dev.meridian.model.InvalidValue if the name would be too long
   */
  public static DnsName frontDoorGroup(DnsName zone, DnsName name, PolicyKind kind) {
    return branchGroup(zone, name, List.of(), kind);
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

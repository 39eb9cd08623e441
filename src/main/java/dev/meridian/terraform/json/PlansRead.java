package dev.meridian.terraform.json;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.UnreadRecord;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hosted zones in Terraform's files.
 *
 * @param zones sorted by name; a public and a private zone can have the same name
 * @param unread what could not be read or expressed; nothing is omitted silently
 */
public record PlansRead(List<Zone> zones, List<Diagnostic> unread) {

  /**
   * One hosted zone.
   *
   * @param id the hosted zone id; null before the zone is created
   * @param address the Terraform address of a zone without an id; empty for others
   * @param unread the record sets that the plan lacks, sorted; the list for all zones has a line
   *     for each
   * @param nameServers those that Route 53 assigned to the zone; empty if not known
   * @param origins the file and address of the resource of each record set
   */
  public record Zone(
      DnsName name,
      @Nullable String id,
      String address,
      ZoneKind kind,
      RoutingPlan plan,
      List<UnreadRecord> unread,
      List<String> nameServers,
      Map<RecordKey, Origin> origins) {
    public Zone {
      origins = Map.copyOf(origins);
      unread = List.copyOf(unread);
      nameServers = List.copyOf(nameServers);
    }

    public Optional<String> zoneId() {
      return Optional.ofNullable(id);
    }
  }

  public PlansRead {
    zones = List.copyOf(zones);
    unread = List.copyOf(unread);
  }

  /** The plan of the zone {@code name}; the first if there are several. */
  public Optional<RoutingPlan> plan(DnsName name) {
    return zones.stream().filter(zone -> zone.name().equals(name)).map(Zone::plan).findFirst();
  }
}

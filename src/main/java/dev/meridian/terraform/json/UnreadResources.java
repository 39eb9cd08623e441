package dev.meridian.terraform.json;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.UnreadRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what could not be read, with the resource that contains it. */
final class UnreadResources {
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<HostedZones.Zone, SortedSet<UnreadRecord>> records = new LinkedHashMap<>();
  private final SortedSet<UnreadRecord> ofAnyZone = new TreeSet<>();
  private final Map<String, Placed> byAddress = new LinkedHashMap<>();

  /**
   * A record set that could not be read.
   *
   * @param zone null if not known
   */
  record Placed(HostedZones.@Nullable Zone zone, UnreadRecord record) {}

  void add(Resource resource, String what, String fix) {
    problems.add(
        new Diagnostic(SourceLocation.wholeFile(resource.file()), resource.address(), what, fix));
  }

  /** Adds that {@code file} is incomplete, and so may lack any record set. */
  void add(String file, String why) {
    problems.add(
        new Diagnostic(
            SourceLocation.wholeFile(file),
            "",
            why,
            "create a plan that is complete and has no errors"));
    addToAnyZone(new UnreadRecord(null, null, false));
  }

  /** Adds a record set that is missing from the answers of its name. */
  void add(Resource resource, HostedZones.Zone zone, UnreadRecord record, InvalidValue why) {
    add(resource, why.what(), why.fix());
    addTo(zone, record);
    byAddress.put(resource.address(), new Placed(zone, record));
  }

  void addTo(HostedZones.Zone zone, UnreadRecord record) {
    records.computeIfAbsent(zone, key -> new TreeSet<>()).add(record);
  }

  /**
   * Adds a record set whose zone is not known. A known ID belongs to a zone that is not read.
   *
   * @param argument the one that contains the zone's ID
   */
  void addWithoutZone(Resource resource, String argument, UnreadRecord record) {
    String id = resource.text(argument);
    if (id.isEmpty()) {
      add(
          resource,
          "which hosted zone it is in is known after apply",
          "read the state after apply instead");
      addToAnyZone(record);
    } else {
      add(
          resource,
          "the name of its hosted zone " + id + " is in none of these files",
          "read the file with the zone too, or add --zone-name " + id + "=NAME");
    }
    byAddress.put(resource.address(), new Placed(null, record));
  }

  /** The record sets that could not be read, by the address of their resource. */
  Map<String, Placed> byAddress() {
    return byAddress;
  }

  /** Adds a record set whose zone is not known. */
  void addToAnyZone(UnreadRecord record) {
    ofAnyZone.add(record);
  }

  /** The zones whose record sets are read. */
  Set<HostedZones.Zone> zones() {
    return records.keySet();
  }

  /** The record sets that {@code zone} has or may have. */
  List<UnreadRecord> records(HostedZones.Zone zone) {
    SortedSet<UnreadRecord> all = new TreeSet<>(ofAnyZone);
    all.addAll(records.getOrDefault(zone, new TreeSet<>()));
    all.removeIf(record -> record.owner().filter(name -> !name.isWithin(zone.name())).isPresent());
    return List.copyOf(all);
  }

  List<Diagnostic> sorted() {
    return problems.stream().sorted(Diagnostic.IN_FILE_ORDER).toList();
  }
}

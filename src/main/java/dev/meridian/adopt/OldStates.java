package dev.meridian.adopt;

import dev.meridian.aws.LiveZone;
import dev.meridian.aws.UnsupportedRecord;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption.ById;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import dev.meridian.terraform.json.DnsResource;
import dev.meridian.terraform.json.PlansRead;
import dev.meridian.terraform.json.RoutingPlans;
import dev.meridian.terraform.json.TerraformFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The states that manage the existing resources until now. */
public record OldStates(List<TerraformFile> files) {

  public OldStates {
    files = List.copyOf(files);
  }

  /**
   * The zones in the states that {@code declared} can mean. There can be several with one name, and
   * there is none if the states contain only a zone ID that is not declared.
   */
  public List<ExistingZone> zones(ZoneDeclaration declared) {
    Map<String, DnsName> names =
        declared.adoption() instanceof ById id ? Map.of(id.zoneId(), declared.name()) : Map.of();
    return RoutingPlans.read(files, names).zones().stream()
        .filter(zone -> zone.name().equals(declared.name()))
        .filter(zone -> zone.kind() == declared.kind())
        .filter(zone -> zone.zoneId().filter(id -> isMeant(id, declared)).isPresent())
        .map(this::zone)
        .toList();
  }

  private static boolean isMeant(String id, ZoneDeclaration declared) {
    return !(declared.adoption() instanceof ById wanted) || wanted.zoneId().equals(id);
  }

  private ExistingZone zone(PlansRead.Zone zone) {
    String id = zone.zoneId().orElseThrow();
    Set<RecordKey> read =
        zone.plan().records().stream().map(RecordSet::key).collect(Collectors.toSet());
    List<UnsupportedRecord> unread = new ArrayList<>();
    SortedMap<String, String> collections = new TreeMap<>();
    for (DnsResource resource : resources()) {
      resource
          .key()
          .filter(key -> resource.importId().equals(DnsResource.recordId(id, key)))
          .filter(key -> !read.contains(key))
          .ifPresent(key -> unread.add(unread(key)));
      if (resource.type().equals("aws_route53_cidr_collection")) {
        collections.put(resource.name(), resource.importId());
      }
    }
    unread.addAll(policyInstances(zone, unread));
    LiveZone live =
        new LiveZone(
            id,
            zone.name(),
            zone.kind(),
            zone.plan(),
            RoutingPlans.healthCheckIds(files),
            new TreeSet<>(),
            unread,
            List.of());
    String source = files.stream().map(TerraformFile::name).collect(Collectors.joining(", "));
    boolean delegation = files.stream().anyMatch(file -> DnsResource.hasDelegationSet(file, id));
    return new ExistingZone(source, live, collections, delegation);
  }

  /**
   * What the zone lacks besides record sets: traffic policy instances, of any type if not known.
   */
  private static List<UnsupportedRecord> policyInstances(
      PlansRead.Zone zone, List<UnsupportedRecord> records) {
    Set<RrsetKey> explained = new TreeSet<>();
    records.forEach(one -> one.key().ifPresent(key -> explained.add(key.group())));
    List<UnsupportedRecord> instances = new ArrayList<>();
    for (UnreadRecord one : zone.unread()) {
      if (one.owner().isPresent() && one.simple() && !one.isOfOtherType()) {
        RecordType.ROUTED.stream()
            .filter(one::mayBe)
            .map(type -> new RrsetKey(one.owner().get(), type))
            .filter(key -> !explained.contains(key))
            .forEach(key -> instances.add(instance(key)));
      }
    }
    return instances;
  }

  private static UnsupportedRecord instance(RrsetKey key) {
    return new UnsupportedRecord(
        UnsupportedRecord.Kind.POLICY_INSTANCE,
        key.toString(),
        "Meridian cannot read its traffic policy in the state",
        new RecordKey(key, null));
  }

  private static UnsupportedRecord unread(RecordKey key) {
    return new UnsupportedRecord(
        UnsupportedRecord.Kind.RECORD, key.toString(), "Meridian cannot read it in the state", key);
  }

  private List<DnsResource> resources() {
    return files.stream().flatMap(file -> DnsResource.in(file).stream()).toList();
  }

  /**
   * What one of the states must forget.
   *
   * @param file the name of its file
   * @param whole addresses of resources that are adopted with all their instances
   * @param single addresses of instances that are adopted, of resources with others that are not
   * @param others the instances that are not adopted, of the same resources
   */
  public record Forgotten(
      String file, List<String> whole, List<String> single, List<String> others) {
    public Forgotten {
      whole = List.copyOf(whole);
      single = List.copyOf(single);
      others = List.copyOf(others);
    }

    public boolean isEmpty() {
      return whole.isEmpty() && single.isEmpty();
    }
  }

  /** What each state must forget, in the order of the files. */
  public List<Forgotten> forgotten(Adoption adoption) {
    Set<String> adopted = new TreeSet<>(adoption.imports().values());
    return files.stream().map(file -> forgotten(file, adopted)).toList();
  }

  private static Forgotten forgotten(TerraformFile file, Set<String> adopted) {
    SortedMap<String, List<DnsResource>> resources = new TreeMap<>();
    for (DnsResource one : DnsResource.in(file)) {
      resources.computeIfAbsent(one.resource(), address -> new ArrayList<>()).add(one);
    }
    List<String> whole = new ArrayList<>();
    List<String> single = new ArrayList<>();
    List<String> others = new ArrayList<>();
    resources.forEach(
        (address, instances) -> {
          List<String> ours = addresses(instances, adopted, true);
          List<String> rest = addresses(instances, adopted, false);
          if (rest.isEmpty()) {
            whole.add(address);
          } else if (!ours.isEmpty()) {
            single.addAll(ours);
            others.addAll(rest);
          }
        });
    return new Forgotten(file.name(), whole, single, others);
  }

  private static List<String> addresses(
      List<DnsResource> instances, Set<String> adopted, boolean wanted) {
    return instances.stream()
        .filter(one -> adopted.contains(one.importId()) == wanted)
        .map(DnsResource::address)
        .sorted()
        .toList();
  }

  /** Adopted resources that none of the states manages, by their address in the DNS stack. */
  public List<String> inNone(Adoption adoption) {
    Set<String> managed = new TreeSet<>();
    resources().forEach(resource -> managed.add(resource.importId()));
    return adoption.imports().entrySet().stream()
        .filter(entry -> !managed.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}

package dev.meridian.terraform.json;

import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a Route 53 resource in a state.
 *
 * @param address with the keys of the instance and of its modules
 * @param type such as {@code aws_route53_record}
 * @param importId what {@code terraform import} identifies it by
 * @param name its argument {@code name}; empty for none
 * @param record the key of a record set; null for other resources, and for one without a valid key
 */
public record DnsResource(
    String address, String type, String importId, String name, @Nullable RecordKey record) {
  private static final String RECORD = "aws_route53_record";
  private static final Set<String> TYPES =
      Set.of(
          RECORD,
          "aws_route53_zone",
          "aws_route53_health_check",
          "aws_route53_cidr_collection",
          "aws_route53_cidr_location");

  /** The key of an instance, in an address: a number, or a quoted text. */
  private static final Pattern KEY = Pattern.compile("\\[(?:\\d+|\"(?:[^\"\\\\]|\\\\.)*+\")\\]");

  /** The record sets, zones, health checks, and CIDR collections that {@code file} manages. */
  public static List<DnsResource> in(TerraformFile file) {
    return file.resources().stream()
        .filter(resource -> !resource.data() && TYPES.contains(resource.type()))
        .map(DnsResource::of)
        .toList();
  }

  /** Whether {@code file} manages the zone {@code zoneId} with a reusable delegation set. */
  public static boolean hasDelegationSet(TerraformFile file, String zoneId) {
    return file.resources().stream()
        .filter(resource -> resource.type().equals("aws_route53_zone"))
        .filter(resource -> zoneId(resource.text("zone_id")).equals(zoneId))
        .anyMatch(resource -> !resource.text("delegation_set_id").isEmpty());
  }

  private static DnsResource of(Resource resource) {
    RecordKey key = resource.type().equals(RECORD) ? key(resource) : null;
    return new DnsResource(
        resource.address(), resource.type(), id(resource, key), resource.text("name"), key);
  }

  private static @Nullable RecordKey key(Resource resource) {
    try {
      String full = resource.text("fqdn");
      DnsName name = new DnsName(full.isEmpty() ? resource.text("name") : full);
      String identifier = resource.text("set_identifier");
      return new RecordKey(
          new RrsetKey(name, RecordType.of(resource.text("type"))),
          identifier.isEmpty() ? null : identifier);
    } catch (InvalidValue e) {
      return null;
    }
  }

  private static String id(Resource resource, @Nullable RecordKey key) {
    return switch (resource.type()) {
      case RECORD ->
          key == null ? resource.text("id") : recordId(zoneId(resource.text("zone_id")), key);
      case "aws_route53_zone" -> zoneId(resource.text("zone_id"));
      case "aws_route53_cidr_location" ->
          resource.text("cidr_collection_id") + "," + resource.text("name");
      default -> resource.text("id");
    };
  }

  /**
   * The import ID of a record set.
   *
   * @see <a
   *     href="https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53_record#import">
   *     aws_route53_record, Import</a>
   */
  public static String recordId(String zoneId, RecordKey key) {
    String id = zoneId + "_" + key.group().name() + "_" + key.group().type();
    return key.identifier().map(identifier -> id + "_" + identifier).orElse(id);
  }

  private static String zoneId(String id) {
    return id.substring(id.lastIndexOf('/') + 1); // the API writes "/hostedzone/Z…"
  }

  /** The address without keys: the resource with all its instances. */
  public String resource() {
    return withoutKeys(address);
  }

  /** An address without the keys of instances. */
  static String withoutKeys(String address) {
    return address.indexOf('[') < 0 ? address : KEY.matcher(address).replaceAll("");
  }

  public Optional<RecordKey> key() {
    return Optional.ofNullable(record);
  }
}

package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.ApiRouting;
import dev.meridian.model.InvalidValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps the routing policy blocks of an {@code aws_route53_record} to the flat form. */
record RoutingBlocks(CidrCollectionReader collections) {
  private static final String CIDR = "cidr_routing_policy";
  private static final String SUFFIX = "_routing_policy";
  private static final Set<String> KNOWN =
      Set.of(
          CIDR,
          "failover_routing_policy",
          "geolocation_routing_policy",
          "geoproximity_routing_policy",
          "latency_routing_policy",
          "multivalue_answer_routing_policy",
          "weighted_routing_policy");

  ApiRouting of(Resource resource) {
    Attributes all = resource.attributes();
    refuseOthers(all);
    if (all.isUnknown(CIDR)) {
      throw Attributes.unknown(CIDR);
    }
    Attributes cidr = all.block(CIDR);
    Attributes geo = all.knownBlock("geolocation_routing_policy");
    Attributes proximity = all.knownBlock("geoproximity_routing_policy");
    ApiRouting routing =
        new ApiRouting(
            all.knownBlock("weighted_routing_policy").number("weight"),
            all.knownBlock("latency_routing_policy").known("region"),
            all.knownBlock("failover_routing_policy").known("type"),
            all.flag("multivalue_answer_routing_policy"),
            geo.present()
                ? new ApiRouting.Geo(
                    geo.known("continent"), geo.known("country"), geo.known("subdivision"))
                : null,
            proximity.present() ? geoproximity(proximity) : null,
            cidr.present() ? cidr(resource, cidr) : null,
            null); // no version of the provider has AZ affinity yet (6.66)
    if (resource.isStored()
        && routing.equals(ApiRouting.NONE)
        && !resource.text("set_identifier").isEmpty()) {
      throw InvalidValue.notKnownYet(
          "its routing policy (AZ affinity, for example, which the provider does not have)",
          ApiRouting.EFFECT);
    }
    return routing;
  }

  /** A record set has one policy, so another one than these decides its answers alone. */
  private static void refuseOthers(Attributes all) {
    for (JsonNode attributes : List.of(all.values(), all.unknown())) {
      attributes
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (name.endsWith(SUFFIX)
                    && !KNOWN.contains(name)
                    && isSet(attributes.path(name))) {
                  throw InvalidValue.notKnownYet("the routing policy " + name, ApiRouting.EFFECT);
                }
              });
    }
  }

  private static boolean isSet(JsonNode value) {
    return value.isBoolean() ? value.asBoolean() : !value.isNull() && !value.isEmpty();
  }

  private static ApiRouting.Geoproximity geoproximity(Attributes block) {
    return new ApiRouting.Geoproximity(
        block.known("aws_region"),
        block.known("local_zone_group"),
        coordinates(block),
        block.number("bias"));
  }

  private static ApiRouting.@Nullable Coordinates coordinates(Attributes block) {
    JsonNode blocks = block.values().path("coordinates");
    if (blocks.size() > 1) { // the provider would send only the last
      throw new InvalidValue(
          "its geoproximity policy has " + blocks.size() + " coordinates",
          "give a region, a Local Zone group or one pair of coordinates");
    }
    JsonNode point = blocks.path(0);
    return point.isObject()
        ? new ApiRouting.Coordinates(Json.text(point, "latitude"), Json.text(point, "longitude"))
        : null;
  }

  private ApiRouting.Cidr cidr(Resource resource, Attributes block) {
    String collection =
        collections
            .name(resource, block.text("collection_id"), block.expression("collection_id"))
            .orElseThrow(
                () ->
                    new InvalidValue(
                        "none of these files has its CIDR collection",
                        "read the file that holds it too"));
    return new ApiRouting.Cidr(collection, block.known("location_name"));
  }
}

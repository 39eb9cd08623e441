package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RoutingPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the routing policy of an {@code aws_route53_record}; without one it is simple. */
final class RoutingPolicyReader {
  private static final String DEFAULT = "*";
  private static final String UNITED_STATES = "US";

  private final CidrCollectionReader cidr;

  RoutingPolicyReader(CidrCollectionReader cidr) {
    this.cidr = cidr;
  }

  RoutingPolicy read(Resource resource) {
    List<RoutingPolicy> found = new ArrayList<>();
    for (String name :
        List.of("cidr", "failover", "geolocation", "geoproximity", "latency", "weighted")) {
      Resource.Nested block = resource.block(name + "_routing_policy");
      if (block.present()) {
        found.add(policy(name, resource, block));
      }
    }
    if (resource.isUnknown("multivalue_answer_routing_policy")) {
      throw new InvalidValue(
          "whether it is multivalue is known after apply", "read the state after apply instead");
    }
    if (resource.values().path("multivalue_answer_routing_policy").asBoolean(false)) {
      found.add(new RoutingPolicy.Multivalue());
    }
    if (found.size() > 1) {
      throw new InvalidValue("it has " + found.size() + " routing policies", "leave one of them");
    }
    return found.isEmpty() ? new RoutingPolicy.Simple() : found.get(0);
  }

  private RoutingPolicy policy(String name, Resource resource, Resource.Nested block) {
    if (block.unknown().toString().contains("true") && !name.equals("cidr")) {
      throw new InvalidValue(
          "its " + name + " routing policy is known after apply", "read the state after apply");
    }
    return switch (name) {
      case "cidr" -> ipBased(resource, block);
      case "failover" -> failover(block.text("type"));
      case "geolocation" -> new RoutingPolicy.Geolocation(location(block));
      case "geoproximity" -> geoproximity(block);
      case "latency" -> new RoutingPolicy.Latency(block.text("region"));
      default -> new RoutingPolicy.Weighted(block.values().path("weight").asInt());
    };
  }

  private RoutingPolicy ipBased(Resource resource, Resource.Nested block) {
    String collection =
        cidr.name(
                resource,
                block.text("collection_id"),
                block.expressions().argument("collection_id"))
            .orElseThrow(
                () ->
                    new InvalidValue(
                        "its CIDR collection stands in none of these files",
                        "read the file that holds it too"));
    return new RoutingPolicy.IpBased(collection, block.text("location_name"));
  }

  private static RoutingPolicy failover(String type) {
    for (RoutingPolicy.Failover.Role role : RoutingPolicy.Failover.Role.values()) {
      if (role.name().equals(type)) {
        return new RoutingPolicy.Failover(role);
      }
    }
    throw new InvalidValue(
        "the failover type \"" + type + "\" is not known", "write PRIMARY or SECONDARY");
  }

  private static GeoLocation location(Resource.Nested block) {
    String country = block.text("country");
    String subdivision = block.text("subdivision");
    boolean continent = !block.text("continent").isEmpty();
    if ((continent && !(country + subdivision).isEmpty())
        || (country.equals(DEFAULT) && !subdivision.isEmpty())) {
      throw new InvalidValue(
          "its geolocation is a continent, a country and a part of one at once",
          "leave the one that is meant");
    }
    if (continent) {
      return new GeoLocation.Continent(block.text("continent"));
    }
    if (country.equals(DEFAULT)) {
      return new GeoLocation.Default();
    }
    if (subdivision.isEmpty()) {
      return new GeoLocation.Country(country);
    }
    if (!country.equals(UNITED_STATES)) {
      throw new InvalidValue(
          "the subdivision " + subdivision + " of " + country + " cannot be expressed",
          "Meridian knows the states of the United States only");
    }
    return new GeoLocation.UsState(subdivision);
  }

  private static RoutingPolicy geoproximity(Resource.Nested block) {
    return new RoutingPolicy.Geoproximity(place(block), block.values().path("bias").asInt());
  }

  private static GeoproximityLocation place(Resource.Nested block) {
    long places =
        Stream.of("aws_region", "local_zone_group").filter(n -> !block.text(n).isEmpty()).count()
            + block.values().path("coordinates").size();
    if (places > 1) {
      throw new InvalidValue(
          "its geoproximity policy has " + places + " places",
          "give a region, a Local Zone group or one pair of coordinates");
    }
    if (!block.text("aws_region").isEmpty()) {
      return new GeoproximityLocation.InRegion(block.text("aws_region"));
    }
    if (!block.text("local_zone_group").isEmpty()) {
      return new GeoproximityLocation.InLocalZoneGroup(block.text("local_zone_group"));
    }
    JsonNode coordinates = block.values().path("coordinates");
    if (coordinates.size() != 1) {
      throw new InvalidValue(
          "its geoproximity policy has " + coordinates.size() + " coordinates",
          "give a region, a Local Zone group or one pair of coordinates");
    }
    return new GeoproximityLocation.At(
        degrees(coordinates.path(0), "latitude"), degrees(coordinates.path(0), "longitude"));
  }

  private static BigDecimal degrees(JsonNode coordinates, String name) {
    String text = Json.text(coordinates, name);
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new InvalidValue(
          "the " + name + " \"" + text + "\" is not a number", "write degrees such as 52.52");
    }
  }
}

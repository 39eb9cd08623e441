package dev.meridian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers like Route 53's API, from zones recorded in the API's field names: {@code zones} with
 * their {@code ResourceRecordSets}, {@code healthchecks}, {@code cidr}, {@code trafficpolicies},
 * and {@code trafficpolicyinstances}. Everything is one page.
 */
public final class RecordedZone implements AutoCloseable {
  private static final Pattern PATH =
      Pattern.compile("/2013-04-01/([a-z]+)(?:/([^/?]+)(?:/([a-z0-9]+))?)?(?:\\?.*)?");
  private static final String NAMESPACE =
      " xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\">";

  /** What the API calls an item of a list. */
  private static final Map<String, String> ITEMS =
      Map.of(
          "ResourceRecordSets", "ResourceRecordSet",
          "ResourceRecords", "ResourceRecord",
          "ChildHealthChecks", "ChildHealthCheck",
          "Regions", "Region");

  private final LoopbackServer server;
  private volatile JsonNode recorded;

  public RecordedZone(JsonNode recorded) throws IOException {
    this.recorded = recorded;
    server = new LoopbackServer(this::answer);
  }

  public String endpoint() {
    return server.endpoint().toString();
  }

  /** Serves {@code other} from now on. */
  public void serve(JsonNode other) {
    recorded = other;
  }

  private LoopbackServer.Response answer(LoopbackServer.Request request) {
    Matcher path = PATH.matcher(request.path());
    String body = path.matches() ? body(path.group(1), path.group(2), path.group(3)) : "";
    return body.isEmpty() ? new LoopbackServer.Response(404, "") : LoopbackServer.Response.ok(body);
  }

  private String body(String kind, String id, String part) {
    if (kind.startsWith("trafficpolicy")) {
      return trafficPolicy(kind, id);
    }
    return switch (part == null ? kind : part) {
      case "hostedzone" ->
          id == null
              ? document("ListHostedZonesResponse", zones())
              : document("GetHostedZoneResponse", zone(id));
      case "rrset" ->
          document(
              "ListResourceRecordSetsResponse",
              element(
                  "ResourceRecordSets",
                  find(recorded.path("zones"), id).path("ResourceRecordSets")));
      case "healthcheck" -> document("ListHealthChecksResponse", healthChecks());
      case "cidrcollection" -> document("ListCidrCollectionsResponse", collections());
      case "cidrblocks" -> document("ListCidrBlocksResponse", blocks(id));
      case "tags" ->
          document("ListTagsForResourcesResponse", "<ResourceTagSets></ResourceTagSets>");
      default -> "";
    };
  }

  private static String document(String root, String content) {
    return "<" + root + NAMESPACE + content + "<IsTruncated>false</IsTruncated></" + root + ">";
  }

  private String zones() {
    StringBuilder all = new StringBuilder();
    for (JsonNode zone : recorded.path("zones")) {
      all.append("<HostedZone><Id>/hostedzone/")
          .append(escaped(zone.path("Id").asText()))
          .append("</Id>")
          .append(element("Name", zone.path("Name")))
          .append("<Config><PrivateZone>")
          .append(zone.path("Private").asBoolean(false))
          .append("</PrivateZone></Config></HostedZone>");
    }
    return "<HostedZones>" + all + "</HostedZones>";
  }

  /** A traffic policy, in whatever version, or an instance; nothing if it is not recorded. */
  private String trafficPolicy(String kind, String id) {
    boolean instance = kind.endsWith("instance");
    String type = instance ? "TrafficPolicyInstance" : "TrafficPolicy";
    JsonNode found =
        find(recorded.path(instance ? "trafficpolicyinstances" : "trafficpolicies"), id);
    return found.isMissingNode() ? "" : document("Get" + type + "Response", element(type, found));
  }

  private String zone(String id) {
    return element("DelegationSet", find(recorded.path("zones"), id).path("DelegationSet"));
  }

  private String healthChecks() {
    StringBuilder all = new StringBuilder();
    for (JsonNode check : recorded.path("healthchecks")) {
      all.append("<HealthCheck>")
          .append(element("Id", check.path("Id")))
          .append(element("HealthCheckConfig", check.path("HealthCheckConfig")))
          .append("</HealthCheck>");
    }
    return "<HealthChecks>" + all + "</HealthChecks>";
  }

  private String collections() {
    StringBuilder all = new StringBuilder();
    for (JsonNode collection : recorded.path("cidr")) {
      all.append("<member>")
          .append(element("Id", collection.path("Id")))
          .append(element("Name", collection.path("Name")))
          .append("</member>");
    }
    return "<CidrCollections>" + all + "</CidrCollections>";
  }

  private String blocks(String id) {
    StringBuilder all = new StringBuilder();
    find(recorded.path("cidr"), id)
        .path("Locations")
        .properties()
        .forEach(
            location ->
                location
                    .getValue()
                    .forEach(
                        block ->
                            all.append("<member>")
                                .append(element("CidrBlock", block))
                                .append("<LocationName>")
                                .append(escaped(location.getKey()))
                                .append("</LocationName></member>")));
    return "<CidrBlocks>" + all + "</CidrBlocks>";
  }

  private static JsonNode find(JsonNode all, String id) {
    for (JsonNode one : all) {
      if (one.path("Id").asText().equals(id)) {
        return one;
      }
    }
    return all.path("none of them");
  }

  private static String element(String name, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    StringBuilder content = new StringBuilder();
    if (value.isArray()) {
      value.forEach(item -> content.append(element(ITEMS.getOrDefault(name, "member"), item)));
    } else if (value.isObject()) {
      value.properties().forEach(f -> content.append(element(f.getKey(), f.getValue())));
    } else {
      content.append(escaped(value.asText()));
    }
    return "<" + name + ">" + content + "</" + name + ">";
  }

  /** For XML 1.0, which has nearly no control characters. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c < ' ') {
                escaped.append('?');
              } else if (c == '&' || c == '<' || c == '>') {
                escaped.append("&#").append(c).append(';');
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}

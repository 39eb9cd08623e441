package dev.meridian.declaration.reader;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.Alerts;
import dev.meridian.declaration.DeploymentStacks;
import dev.meridian.declaration.HttpsEndpoint;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code alerts}; without it there is neither topic nor alarm. */
final class AlertsReader {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s.,;<>]+");

  /** A path has at most 256 octets, with its angle brackets (RFC 5321, section 4.5.3.1.3). */
  private static final int MOST_CHARACTERS = 254;

  /** SNS API, CreateTopic.Name. */
  private static final Pattern TOPIC =
      Pattern.compile("arn:(aws[a-z-]*):sns:([a-z0-9-]+):[0-9]{12}:[A-Za-z0-9_-]{1,256}");

  private static final String FIFO = ".fifo";

  private final Set<String> regions;

  /**
   * @param regions the codes of the regions of the file, right or wrong
   */
  AlertsReader(Set<String> regions) {
    this.regions = regions;
  }

  Alerts read(Optional<YamlNode> alerts) {
    return alerts
        .flatMap(value -> value.mapping(AllowedKeys.ALERTS))
        .map(this::read)
        .orElse(Alerts.NONE);
  }

  private Alerts read(YamlMapping mapping) {
    return new Alerts(
        mapping.flag("enabled", true),
        emails(mapping),
        https(mapping),
        mapping.get("topic").flatMap(this::topic).orElse(null));
  }

  private static List<String> emails(YamlMapping mapping) {
    List<String> emails = new ArrayList<>();
    for (YamlNode item : mapping.get("email").map(YamlNode::items).orElse(List.of())) {
      item.text().flatMap(email -> check(item, email, emails)).ifPresent(emails::add);
    }
    return emails;
  }

  private static Optional<String> check(YamlNode item, String email, List<String> earlier) {
    if (!EMAIL.matcher(email).matches()) {
      return item.refuse(
          "\"" + email + "\" is not an email address", "write an address such as ops@example.com");
    }
    if (email.length() > MOST_CHARACTERS) {
      return item.refuse(
          "the email address has " + email.length() + " characters, more than " + MOST_CHARACTERS,
          "use a shorter address");
    }
    return earlier.contains(email)
        ? item.refuse("duplicate address " + email, "remove one")
        : Optional.of(email);
  }

  private static List<HttpsEndpoint> https(YamlMapping mapping) {
    List<HttpsEndpoint> endpoints = new ArrayList<>();
    for (YamlNode item : mapping.get("https").map(YamlNode::items).orElse(List.of())) {
      endpoint(item)
          .ifPresent(
              endpoint -> {
                if (endpoints.stream().anyMatch(e -> e.address().equals(endpoint.address()))) {
                  item.report("duplicate endpoint", "remove one");
                } else {
                  endpoints.add(endpoint);
                }
              });
    }
    return endpoints;
  }

  /** A URL, or a mapping with a URL or a variable. */
  private static Optional<HttpsEndpoint> endpoint(YamlNode item) {
    if (!item.isMapping()) {
      return url(item).map(url -> new HttpsEndpoint(url, false));
    }
    Optional<YamlMapping> mapping = item.mapping(AllowedKeys.HTTPS_ENDPOINT);
    boolean raw = mapping.map(keys -> keys.flag("raw", false)).orElse(false);
    Optional<YamlNode> url = mapping.flatMap(keys -> keys.get("url"));
    Optional<YamlNode> variable = mapping.flatMap(keys -> keys.get("variable"));
    if (url.isPresent() == variable.isPresent()) {
      if (url.isPresent() || mapping.filter(k -> k.meant(List.of("url", "variable"))).isEmpty()) {
        item.report(
            "needs either url or variable",
            "write url: https://alerts.example.com/hooks/dns, or variable: alert_url");
      }
      return Optional.empty();
    }
    Optional<? extends HttpsEndpoint.Address> address =
        url.isPresent()
            ? url(url.get())
            : variable
                .get()
                .text()
                .flatMap(name -> variable.get().make(() -> new HttpsEndpoint.Variable(name)));
    return address.map(found -> new HttpsEndpoint(found, raw));
  }

  private static Optional<HttpsEndpoint.Url> url(YamlNode value) {
    return value.text().flatMap(text -> value.make(() -> new HttpsEndpoint.Url(text)));
  }

  private Optional<String> topic(YamlNode value) {
    return value.text().flatMap(arn -> topic(value, arn));
  }

  private Optional<String> topic(YamlNode value, String arn) {
    if (arn.endsWith(FIFO)) {
      return value.refuse(
          "alarms cannot notify the FIFO topic " + arn, "write the ARN of a standard topic");
    }
    Matcher topic = TOPIC.matcher(arn);
    if (!topic.matches()) {
      return value.refuse(
          "\"" + arn + "\" is not the ARN of an SNS topic",
          "write arn:aws:sns:" + homeRegion().orElse("REGION") + ":ACCOUNT:NAME");
    }
    Optional<String> home = homeRegion();
    if (home.isPresent() && !home.get().equals(topic.group(2))) {
      return value.refuse(
          "the topic is in "
              + topic.group(2)
              + ", but the alarms on health checks are in "
              + home.get(),
          "write the ARN of a topic in " + home.get());
    }
    String partition = home.flatMap(AlertsReader::partition).orElse(topic.group(1));
    if (!partition.equals(topic.group(1))) {
      return value.refuse(
          "the region " + topic.group(2) + " is not in the partition " + topic.group(1),
          "write " + arn.replaceFirst("arn:[^:]*", "arn:" + partition));
    }
    return Optional.of(arn);
  }

  private static Optional<String> partition(String region) {
    return AwsRegions.byCode(region).map(known -> known.partition().id());
  }

  /** The region of the alarms; empty if all declared regions are unknown. */
  private Optional<String> homeRegion() {
    List<AwsRegion> known =
        regions.stream().flatMap(code -> AwsRegions.byCode(code).stream()).toList();
    return known.isEmpty() && !regions.isEmpty()
        ? Optional.empty()
        : Optional.of(DeploymentStacks.homeRegion(regions));
  }
}

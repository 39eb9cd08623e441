package dev.meridian.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of AWS as IAM sees it.
 *
 * @param action such as {@code route53:ChangeResourceRecordSets}
 * @param resource an ARN, or {@code *} if the action does not support resources
 * @param keys the values of the condition keys
 */
record FunctionCall(String action, String resource, Map<String, Set<String>> keys) {
  private static final String CHANGE = "route53:ChangeResourceRecordSets";
  private static final Pattern ZONE = Pattern.compile("/2013-04-01/hostedzone/([^/]+)/rrset/?");

  FunctionCall {
    keys = Map.copyOf(keys);
  }

  /** A call that the local AWS logged. */
  static FunctionCall of(JsonNode logged) throws JsonProcessingException {
    String region = logged.path("region").asText();
    String body = logged.path("body").asText();
    String target = logged.path("target").asText();
    String operation = target.substring(target.indexOf('.') + 1);
    Map<String, Set<String>> keys = new HashMap<>(Map.of("aws:RequestedRegion", Set.of(region)));
    return switch (logged.path("service").asText()) {
      case "route53" -> route53(logged, body, keys);
      case "monitoring" -> new FunctionCall("cloudwatch:" + operation, "*", keys);
      case "ssm" -> {
        String name = new ObjectMapper().readTree(body).path("Name").asText();
        String arn = "arn:aws:ssm:" + region + ":123456789012:parameter" + name;
        yield new FunctionCall("ssm:" + operation, arn, keys);
      }
      default -> throw new AssertionError("another service: " + logged);
    };
  }

  private static FunctionCall route53(JsonNode logged, String body, Map<String, Set<String>> keys) {
    Matcher zone = ZONE.matcher(logged.path("path").asText());
    if (!zone.matches()) {
      throw new AssertionError("another call: " + logged);
    }
    String arn = "arn:aws:route53:::hostedzone/" + zone.group(1);
    if (logged.path("method").asText().equals("GET")) {
      return new FunctionCall("route53:ListResourceRecordSets", arn, keys);
    }
    keys.put(CHANGE + "NormalizedRecordNames", names(body));
    keys.put(CHANGE + "RecordTypes", all("Type", body));
    keys.put(CHANGE + "Actions", all("Action", body));
    return new FunctionCall(CHANGE, arn, keys);
  }

  /** As IAM compares them: in lower case, and without the final dot. */
  private static Set<String> names(String body) {
    Set<String> names = new TreeSet<>();
    all("Name", body)
        .forEach(name -> names.add(name.toLowerCase(Locale.ROOT).replaceAll("\\.$", "")));
    return names;
  }

  private static Set<String> all(String element, String body) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("<" + element + ">([^<]*)</").matcher(body);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** Calls that differ in one respect, and that a function with least privilege cannot make. */
  List<FunctionCall> others() {
    List<FunctionCall> others = new ArrayList<>();
    if (!resource.equals("*")) {
      others.add(new FunctionCall(action, resource + "other", keys));
    }
    if (action.equals(CHANGE)) {
      others.add(with("NormalizedRecordNames", Set.of("api.example.com", "www.example.com")));
      others.add(with("NormalizedRecordNames", Set.of()));
      others.add(with("RecordTypes", Set.of("A", "NS")));
      others.add(with("Actions", Set.of("UPSERT", "DELETE")));
    }
    if (action.startsWith("cloudwatch:")) {
      Map<String, Set<String>> elsewhere = Map.of("aws:RequestedRegion", Set.of("sa-east-1"));
      others.add(new FunctionCall(action, resource, elsewhere));
      others.add(new FunctionCall("cloudwatch:PutMetricData", resource, keys));
    }
    if (action.equals("ssm:PutParameter")) {
      others.add(new FunctionCall(action, resource.replace("/state", "/freeze"), keys));
    }
    return others;
  }

  private FunctionCall with(String key, Set<String> values) {
    Map<String, Set<String>> changed = new HashMap<>(keys);
    if (values.isEmpty()) {
      changed.remove(CHANGE + key);
    } else {
      changed.put(CHANGE + key, values);
    }
    return new FunctionCall(action, resource, changed);
  }
}

package dev.meridian.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether an IAM policy allows a call. Fails for what the policies of our stacks do not have.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM
 *     evaluation logic</a>
 */
final class PolicyEvaluation {
  private PolicyEvaluation() {}

  static boolean allows(JsonNode policy, FunctionCall call) {
    for (JsonNode statement : policy.path("Statement")) {
      if (!statement.path("Effect").asText().equals("Allow")) {
        throw new AssertionError("another effect: " + statement);
      }
      if (texts(statement.path("Action")).contains(call.action())
          && texts(statement.path("Resource")).stream().anyMatch(r -> matches(r, call.resource()))
          && holds(statement.path("Condition"), call.keys())) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String resource) {
    return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), resource);
  }

  private static boolean holds(JsonNode conditions, Map<String, Set<String>> keys) {
    return conditions.properties().stream()
        .allMatch(
            test ->
                test.getValue().properties().stream()
                    .allMatch(
                        one ->
                            holds(
                                test.getKey(),
                                texts(one.getValue()),
                                keys.getOrDefault(one.getKey(), Set.of()))));
  }

  private static boolean holds(String test, Set<String> allowed, Set<String> values) {
    return switch (test) {
      case "ForAllValues:StringEquals" -> allowed.containsAll(values);
      case "StringEquals" -> values.stream().anyMatch(allowed::contains);
      case "Null" -> allowed.contains(String.valueOf(values.isEmpty()));
      default -> throw new AssertionError("another test: " + test);
    };
  }

  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>();
    if (node.isArray()) {
      node.forEach(one -> texts.add(one.asText()));
    } else {
      texts.add(node.asText());
    }
    return texts;
  }
}

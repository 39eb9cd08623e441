package dev.meridian.cli.view;

import dev.meridian.model.RecordSet;
import dev.meridian.model.Value;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.Resolver;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a zone that other name servers answer, as text and JSON. */
final class DelegationText {
  private DelegationText() {}

  /** A line for each delegation. */
  static List<String> lines(Resolver resolver) {
    return resolver.index().delegations().stream()
        .map(
            group ->
                "Answered elsewhere: "
                    + group.key.name()
                    + " and all names below it, by "
                    + String.join(", ", nameServers(group))
                    + ".")
        .toList();
  }

  /** The names of {@code questions}, such as {@code app.example.com A, api.example.com A}. */
  static String list(List<Question> questions) {
    return questions.stream().map(Question::toString).collect(Collectors.joining(", "));
  }

  static List<Map<String, @Nullable Object>> json(Resolver resolver) {
    return resolver.index().delegations().stream()
        .map(
            group ->
                new JsonObject()
                    .with("name", group.key.name().text())
                    .with("name-servers", nameServers(group))
                    .map())
        .toList();
  }

  static List<Map<String, @Nullable Object>> json(List<Question> questions) {
    return questions.stream()
        .map(
            question ->
                new JsonObject()
                    .with("name", question.name().text())
                    .with("type", question.type().name())
                    .map())
        .toList();
  }

  private static List<String> nameServers(RecordGroup group) {
    return Arrays.stream(group.members)
        .map(member -> member.record)
        .map(RecordSet::data)
        .flatMap(data -> data.parts().stream())
        .map(Value::toString)
        .sorted()
        .toList();
  }
}

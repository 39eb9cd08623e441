package dev.meridian.declaration.reader;

import dev.meridian.declaration.DeclaredClient;
import dev.meridian.declaration.Expectation;
import dev.meridian.declaration.ExpectedAnswer;
import dev.meridian.declaration.value.ClientReader;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the expectations for one name. */
record ExpectationReader(DeclaredNames declaredNames) {
  private static final String NO_ANSWER = "no-answer";
  private static final int MOST = 1_000_000;

  List<Expectation> read(DnsName name, YamlNode list) {
    List<Expectation> read = new ArrayList<>();
    list.items().forEach(item -> expectation(name, item).ifPresent(read::add));
    return read;
  }

  private Optional<Expectation> expectation(DnsName name, YamlNode item) {
    return item.mapping(AllowedKeys.EXPECTATION)
        .flatMap(mapping -> expectation(name, item, mapping));
  }

  private Optional<Expectation> expectation(DnsName name, YamlNode item, YamlMapping mapping) {
    RecordType type =
        mapping
            .get("type")
            .flatMap(
                t ->
                    Suggestions.read(
                        t, RecordType.values(), RecordType::name, "unknown record type \"%s\""))
            .orElse(RecordType.A);
    List<DeclaredClient> from = listed(mapping.get("from"), ClientReader::read);
    List<String> down = listed(mapping.get("down"), declaredNames::failing);
    return mapping
        .require("answer", "eu-west-1")
        .flatMap(this::answer)
        .map(a -> new Expectation(name, type, from, down, a, item.at(), item.path().text()));
  }

  /** One value, or a list of them. */
  private static <T> List<T> listed(
      Optional<YamlNode> value, Function<YamlNode, Optional<T>> reader) {
    return value.stream()
        .flatMap(listed -> listed.oneOrSeveral().stream())
        .flatMap(item -> reader.apply(item).stream())
        .toList();
  }

  private Optional<ExpectedAnswer> answer(YamlNode answer) {
    if (answer.isText(NO_ANSWER)) {
      return Optional.of(new ExpectedAnswer.Nobody());
    }
    return answer.isMapping() ? shared(answer) : among(answer);
  }

  private Optional<ExpectedAnswer> among(YamlNode answer) {
    List<String> endpoints = listed(Optional.of(answer), declaredNames::endpoint);
    return endpoints.isEmpty()
        ? Optional.empty()
        : Optional.of(new ExpectedAnswer.Among(endpoints));
  }

  private Optional<ExpectedAnswer> shared(YamlNode answer) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    for (Pair pair : answer.pairs()) {
      Optional<String> endpoint = declaredNames.endpoint(pair.key(), pair.name());
      Optional<Integer> weight = weight(pair.value());
      endpoint.ifPresent(name -> weight.ifPresent(w -> weights.put(name, w)));
    }
    if (answer.pairs().isEmpty()) {
      return answer.refuse(
          "no endpoints are listed", "write " + NO_ANSWER + ", or endpoint: weight");
    }
    return weights.isEmpty() ? Optional.empty() : Optional.of(new ExpectedAnswer.Shared(weights));
  }

  private static Optional<Integer> weight(YamlNode value) {
    Optional<Integer> weight = value.integer();
    boolean outside = weight.filter(w -> w < 1 || w > MOST).isPresent();
    return outside
        ? value.refuse(
            "weight " + weight.get() + " is outside 1.." + MOST,
            "write the endpoint's share as a weight, or remove the endpoint")
        : weight;
  }
}

package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outputs of one state that a plan can use.
 *
 * @param texts outputs that are a text, number or boolean
 * @param lists outputs that are lists of those
 */
public record StateOutputs(SortedMap<String, String> texts, SortedMap<String, List<String>> lists) {
  public static final StateOutputs NONE = new StateOutputs(new TreeMap<>(), new TreeMap<>());

  public StateOutputs {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    lists = Collections.unmodifiableSortedMap(new TreeMap<>(lists));
  }

  /** From an object of {@code {"value": …}} by name. */
  public static StateOutputs of(JsonNode outputs) {
    SortedMap<String, String> texts = new TreeMap<>();
    SortedMap<String, List<String>> lists = new TreeMap<>();
    for (Map.Entry<String, JsonNode> output : outputs.properties()) {
      JsonNode value = output.getValue().path("value");
      if (value.isArray()) {
        lists.put(output.getKey(), Json.texts(value));
      } else if (value.isValueNode() && !value.isNull()) {
        texts.put(output.getKey(), value.asText());
      }
    }
    return new StateOutputs(texts, lists);
  }

  /** The text of {@code value}, which is an output of this state. */
  Optional<String> find(Value value) {
    return value.accept(
        new Value.Cases<>() {
          @Override
          public Optional<String> literal(Value.Literal known) {
            return Optional.of(known.text());
          }

          @Override
          public Optional<String> output(Value.Output output) {
            return Optional.ofNullable(texts.get(output.name()));
          }

          @Override
          public Optional<String> listOutput(Value.ListOutput output) {
            List<String> list = lists.getOrDefault(output.name(), List.of());
            return output.index() < list.size()
                ? Optional.of(list.get(output.index()))
                : Optional.empty();
          }

          @Override
          public Optional<String> reference(Value.Reference reference) {
            return Optional.empty();
          }
        });
  }
}

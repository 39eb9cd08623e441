package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One instance of a resource in a state; no data source.
 *
 * @param address such as {@code module.dns.aws_route53_record.www["blue"]}
 * @param type such as {@code aws_route53_record}
 * @param attributes the attributes that are a text, number or boolean
 * @param texts every text, number and boolean among its attributes, at any depth
 */
public record ManagedResource(
    String address, String type, SortedMap<String, String> attributes, SortedSet<String> texts) {

  public ManagedResource {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    texts = Collections.unmodifiableSortedSet(new TreeSet<>(texts));
  }

  static ManagedResource of(Resource resource) {
    SortedMap<String, String> attributes = new TreeMap<>();
    resource
        .values()
        .properties()
        .forEach(
            attribute -> {
              if (isText(attribute.getValue())) {
                attributes.put(attribute.getKey(), attribute.getValue().asText());
              }
            });
    SortedSet<String> texts = new TreeSet<>();
    collect(resource.values(), texts);
    return new ManagedResource(resource.address(), resource.type(), attributes, texts);
  }

  private static void collect(JsonNode value, SortedSet<String> texts) {
    if (isText(value)) {
      texts.add(value.asText());
    }
    value.forEach(element -> collect(element, texts));
  }

  private static boolean isText(JsonNode value) {
    return value.isValueNode() && !value.isNull();
  }

  /** The attribute, or the empty text. */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }
}

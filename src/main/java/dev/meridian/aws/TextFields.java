package dev.meridian.aws;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of an AWS resource as texts. Fields that AWS does not return are absent. */
final class TextFields {
  private final SortedMap<String, String> fields = new TreeMap<>();

  TextFields with(String field, @Nullable Object value) {
    if (value != null) {
      fields.put(field, value.toString());
    }
    return this;
  }

  SortedMap<String, String> map() {
    return fields;
  }
}

package dev.meridian.declaration.reader;

import dev.meridian.declaration.yaml.PlainText;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads {@code tags}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html">Tag
 *     naming limits</a>
 */
final class TagsReader {
  private static final Set<String> OURS =
      Set.of("Application", "Environment", "Region", "ManagedBy");
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
  private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

  /** AWS allows 50 tags per resource. Meridian sets four, and resources can have a Name. */
  private static final int MOST = 45;

  private TagsReader() {}

  static SortedMap<String, String> read(Optional<YamlNode> tags) {
    SortedMap<String, String> read = new TreeMap<>();
    tags.ifPresent(value -> value.pairs().forEach(pair -> read(pair, read)));
    if (read.size() > MOST) {
      tags.ifPresent(
          value ->
              value.report(
                  "there are " + read.size() + " tags, more than " + MOST, "remove some of them"));
    }
    return read;
  }

  private static void read(Pair pair, SortedMap<String, String> read) {
    checkKey(pair);
    YamlNode value = pair.value();
    // A tag can have an empty value.
    Optional<String> text = value.isText("") ? Optional.of("") : value.text();
    text.ifPresent(tag -> read.put(pair.name(), tag));
    if (text.isPresent() && !VALUE.matcher(text.get()).matches()) {
      value.report(
          "AWS does not accept this tag value",
          "use at most 256 letters, digits, spaces and _ . : / = + - @");
    }
  }

  private static void checkKey(Pair pair) {
    String key = pair.name();
    if (OURS.contains(key)) {
      pair.key().report("Meridian sets the tag " + key + " itself", "use another key");
    } else if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
      pair.key().report("AWS reserves tag keys that begin with aws:", "use another key");
    } else if (!KEY.matcher(key).matches()) {
      pair.key()
          .report(
              "AWS does not accept this tag key",
              "use 1 to 128 letters, digits, spaces and _ . : / = + - @");
    } else {
      PlainText.check(pair.key(), key);
    }
  }
}

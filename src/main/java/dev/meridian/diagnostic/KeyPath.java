package dev.meridian.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The path from the top of a document to one of its parts. Compare paths by their steps. The text
 * is for messages, and quotes keys such as {@code failover.api}.
 *
 * @param steps keys and positions, from the top; empty for the whole document
 * @param text the path for messages, such as {@code names."failover.api".weighted.eu-west-1}
 */
public record KeyPath(List<Step> steps, String text) {
  /** The whole document. */
  public static final KeyPath ROOT = new KeyPath(List.of(), "");

  private static final Pattern PLAIN =
      Pattern.compile("[^.\\s\"\\[\\]\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  /** One step of a path. */
  public sealed interface Step {
    /** To the value of a key, as written in the document. */
    record Key(String key) implements Step {}

    /** To an item of a list, counted from 0. */
    record Item(int index) implements Step {}
  }

  public KeyPath {
    steps = List.copyOf(steps);
  }

  /** The path of nested keys, from the top. */
  public static KeyPath of(String... keys) {
    KeyPath path = ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  /** A place in a file whose format is not Meridian's, such as a Terraform address. */
  public static KeyPath verbatim(String place) {
    return place.isEmpty() ? ROOT : new KeyPath(List.of(new Step.Key(place)), place);
  }

  /** The path of the value below {@code key}. */
  public KeyPath key(String key) {
    String step = PLAIN.matcher(key).matches() ? key : "\"" + Printable.of(key) + "\"";
    return with(new Step.Key(key), text.isEmpty() ? step : text + "." + step);
  }

  /** The path of an item, counted from 0. */
  public KeyPath item(int index) {
    return with(new Step.Item(index), text + "[" + index + "]");
  }

  /** The same path in a document that contains this one as the value of {@code key}. */
  public KeyPath inside(String key) {
    KeyPath path = of(key);
    for (Step step : steps) {
      path = step instanceof Step.Key below ? path.key(below.key()) : path.item(index(step));
    }
    return path;
  }

  private static int index(Step step) {
    return ((Step.Item) step).index();
  }

  private KeyPath with(Step step, String newText) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new KeyPath(longer, newText);
  }

  /** How many steps the path has. */
  public int depth() {
    return steps.size();
  }

  /** True for {@code start} itself and for everything below it. */
  public boolean isWithin(KeyPath start) {
    return steps.size() >= start.steps.size()
        && steps.subList(0, start.steps.size()).equals(start.steps);
  }

  @Override
  public String toString() {
    return text;
  }
}

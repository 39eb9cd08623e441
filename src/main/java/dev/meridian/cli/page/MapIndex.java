package dev.meridian.cli.page;

import dev.meridian.resolve.Shares;
import dev.meridian.resolve.analysis.ClientLocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;

/** The endpoints, places, and answers of a page: written once, and then referred to by number. */
final class MapIndex {
  private final List<String> ends;
  private final PlaceNames names = new PlaceNames();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<List<String>> placeTexts = new ArrayList<>();
  private final Map<SortedMap<String, Double>, Integer> answers = new LinkedHashMap<>();

  /**
   * @param ends everything that answers contain, see {@link Shares}
   */
  MapIndex(SortedSet<String> ends) {
    this.ends = List.copyOf(ends);
  }

  List<String> ends() {
    return ends;
  }

  /** How a page shows an end: as {@code nobody}, {@code unknown}, or an endpoint. */
  static String kind(String end) {
    return end.equals(Shares.NOBODY) ? "nobody" : end.equals(Shares.NOT_KNOWN) ? "unknown" : "";
  }

  Integer answer(SortedMap<String, Double> shares) {
    return answers.computeIfAbsent(shares, key -> answers.size());
  }

  Integer place(ClientLocation location) {
    return places.computeIfAbsent(
        location.label(),
        label -> {
          placeTexts.add(List.of(label, names.of(location)));
          return places.size();
        });
  }

  /** Of each place, the label and the name. */
  List<List<String>> places() {
    return placeTexts;
  }

  /** Of each answer, the number of an end and its share, and so on. */
  List<Object> answers() {
    return answers.keySet().stream().map(this::written).toList();
  }

  private Object written(SortedMap<String, Double> shares) {
    List<Object> all = new ArrayList<>();
    shares.forEach(
        (end, share) -> {
          all.add(ends.indexOf(end));
          all.add(number(share));
        });
    return all;
  }

  /** The shortest text that is read as the same number. */
  static BigDecimal number(double value) {
    return new BigDecimal(Objects.toString(value));
  }
}

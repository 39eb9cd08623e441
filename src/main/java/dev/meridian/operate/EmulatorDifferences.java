package dev.meridian.operate;

import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.AttributeChange;
import dev.meridian.terraform.json.PlanSummary.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Differences that a second plan shows on the local AWS although nothing has changed, because the
 * emulator forgets or invents something. Does not apply to AWS.
 */
public record EmulatorDifferences(List<Entry> entries) {
  private static final String FILE = "emulator-differences.csv";

  /** Excuses nothing; for AWS and for other emulators. */
  public static final EmulatorDifferences NONE = new EmulatorDifferences(List.of());

  /**
   * One attribute that differs.
   *
   * @param type such as {@code aws_lb}
   * @param attribute its path without positions, such as {@code subnet_mapping.allocation_id}
   */
  public record Entry(String type, String attribute, String reason) {

    boolean covers(String otherType, String path) {
      return type.equals(otherType) && attribute.equals(withoutPositions(path));
    }
  }

  public EmulatorDifferences {
    entries = List.copyOf(entries);
  }

  /** The differences of the local AWS that Meridian starts. */
  public static EmulatorDifferences ofLocalAws() {
    try (InputStream file = EmulatorDifferences.class.getResourceAsStream(FILE)) {
      byte[] bytes = Objects.requireNonNull(file, FILE + " is not in the jar").readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EmulatorDifferences parse(String csv) {
    return new EmulatorDifferences(
        csv.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .skip(1) // the column names
            .map(line -> line.split(",", 3))
            .map(columns -> new Entry(columns[0], columns[1], columns[2]))
            .toList());
  }

  /**
   * Returns {@code plan} without excused changes. A change that also has other differences stays
   * complete.
   */
  public PlanSummary without(PlanSummary plan) {
    return new PlanSummary(
        plan.changes().stream()
            .map(
                change -> isExcused(change) && change.isImported() ? change.onlyImported() : change)
            .filter(change -> !isExcused(change))
            .toList(),
        plan.outputs());
  }

  /** The entries that occur in {@code plan}. */
  public Set<String> used(PlanSummary plan) {
    Set<String> used = new TreeSet<>();
    for (Change change : plan.changes()) {
      for (AttributeChange attribute : change.attributes()) {
        entries.stream()
            .filter(entry -> entry.covers(change.type(), attribute.path()))
            .forEach(entry -> used.add(entry.type() + "." + entry.attribute()));
      }
    }
    return used;
  }

  private boolean isExcused(Change change) {
    return !change.attributes().isEmpty()
        && change.attributes().stream()
            .allMatch(
                attribute ->
                    entries.stream().anyMatch(e -> e.covers(change.type(), attribute.path())));
  }

  private static String withoutPositions(String path) {
    return path.replaceAll("\\[\\d+]", "");
  }
}

package dev.meridian.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cost of a deployment per month.
 *
 * @param lines by section
 * @param allowance US dollars that AWS subtracts if nothing else in the account uses the free
 *     health checks; not subtracted here
 * @param assumptions what is assumed where AWS's pages are not clear or the declaration does not
 *     say
 * @param unpriced what costs money, but has no price in the catalog
 * @param notCovered what depends on use, or is not part of the deployment
 */
public record CostEstimate(
    List<CostLine> lines,
    BigDecimal allowance,
    List<String> assumptions,
    List<String> unpriced,
    List<String> notCovered) {
  public CostEstimate {
    lines = List.copyOf(lines);
    assumptions = List.copyOf(assumptions);
    unpriced = List.copyOf(unpriced);
    notCovered = List.copyOf(notCovered);
  }

  /** US dollars per month, rounded to cents. */
  public BigDecimal total() {
    return sum(lines);
  }

  /** US dollars per month by section, in the order of the lines. */
  public Map<String, BigDecimal> bySection() {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    lines.stream()
        .map(CostLine::section)
        .distinct()
        .forEach(section -> sums.put(section, sum(of(section))));
    return Collections.unmodifiableMap(sums);
  }

  /** The lines of a section. */
  public List<CostLine> of(String section) {
    return lines.stream().filter(line -> line.section().equals(section)).toList();
  }

  private static BigDecimal sum(List<CostLine> lines) {
    return lines.stream()
        .map(CostLine::exact)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(2, RoundingMode.HALF_UP);
  }
}

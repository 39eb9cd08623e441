package dev.meridian.cli.view;

import dev.meridian.cost.CostEstimate;
import dev.meridian.cost.CostLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cost estimate for people, for pull requests, and for programs.
 *
 * @param name the source of the plan
 * @param earlier the estimate to compare with; empty to show only one
 */
public record CostText(String name, CostEstimate estimate, Optional<CostEstimate> earlier) {
  private static final BigDecimal ZERO = new BigDecimal("0.00");

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Cost of " + name + " per month (730 hours), in US dollars:");
    lines.add("");
    lines.addAll(earlier.map(this::changes).orElseGet(this::table));
    add("not included, because there is no price or number", estimate.unpriced(), lines);
    add("not covered", estimate.notCovered(), lines);
    add("assumed", estimate.assumptions(), lines);
    lines.add("");
    lines.add(allowance());
    lines.add("Prices are list prices without taxes and discounts; " + dates() + ".");
    return lines;
  }

  private String allowance() {
    return estimate.allowance().signum() == 0
        ? "No health check is free, because none is known to be of an endpoint on AWS."
        : "Up to "
            + money(estimate.allowance())
            + " less if the account uses less than 50 health checks of endpoints on AWS, which are"
            + " free.";
  }

  private String dates() {
    Set<String> dates = new LinkedHashSet<>();
    estimate.lines().stream().map(line -> line.price().date()).sorted().forEach(dates::add);
    return "read " + String.join(" and ", dates);
  }

  private List<String> table() {
    TextTable table = new TextTable("", "quantity", "price", "$", "");
    estimate
        .bySection()
        .forEach(
            (section, sum) -> {
              table.row(section, "", "", money(sum), "");
              estimate.of(section).forEach(line -> row(table, line));
            });
    table.row("total", "", "", money(estimate.total()), "");
    return table.lines();
  }

  private static void row(TextTable table, CostLine line) {
    String price = line.isFree() ? "free" : line.price().usd() + " per " + unit(line);
    table.row("  " + line.what(), quantity(line), price, money(line.usd()), line.note());
  }

  private static String unit(CostLine line) {
    return line.price().unit().replace("-month", "");
  }

  private static String quantity(CostLine line) {
    return line.isFree() ? "" : line.quantity().stripTrailingZeros().toPlainString();
  }

  private List<String> changes(CostEstimate before) {
    TextTable table = new TextTable("", "before", "after", "change");
    for (String section : sections(before)) {
      BigDecimal old = before.bySection().getOrDefault(section, ZERO);
      BigDecimal now = estimate.bySection().getOrDefault(section, ZERO);
      table.row(section, money(old), money(now), change(old, now));
    }
    table.row(
        "total",
        money(before.total()),
        money(estimate.total()),
        change(before.total(), estimate.total()));
    return table.lines();
  }

  private Set<String> sections(CostEstimate before) {
    Set<String> sections = new LinkedHashSet<>(before.bySection().keySet());
    sections.addAll(estimate.bySection().keySet());
    return sections;
  }

  private static String change(BigDecimal old, BigDecimal now) {
    BigDecimal difference = now.subtract(old);
    return (difference.signum() > 0 ? "+" : "") + money(difference);
  }

  private static void add(String heading, List<String> parts, List<String> lines) {
    if (!parts.isEmpty()) {
      lines.add("");
      lines.add(heading + ":");
      parts.forEach(part -> lines.add("  " + part));
    }
  }

  private static String money(BigDecimal usd) {
    return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** A table of sections for a pull request. */
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    boolean two = earlier.isPresent();
    lines.add("### Cost per month in US dollars");
    lines.add("");
    lines.add(two ? "| | before | after | change |" : "| | $ |");
    lines.add(two ? "|---|--:|--:|--:|" : "|---|--:|");
    CostEstimate before = earlier.orElse(estimate);
    for (String section : sections(before)) {
      lines.add(
          markdownRow(
              section,
              before.bySection().getOrDefault(section, ZERO),
              estimate.bySection().getOrDefault(section, ZERO)));
    }
    lines.add(markdownRow("**total**", before.total(), estimate.total()));
    lines.add("");
    estimate.unpriced().forEach(part -> lines.add("- Not included: " + MarkdownText.escaped(part)));
    lines.add("- Not covered: " + String.join("; ", estimate.notCovered()));
    return lines;
  }

  private String markdownRow(String section, BigDecimal old, BigDecimal now) {
    String name = section.startsWith("**") ? section : MarkdownText.escaped(section);
    return earlier.isEmpty()
        ? "| " + name + " | " + money(now) + " |"
        : "| " + name + " | " + money(old) + " | " + money(now) + " | " + change(old, now) + " |";
  }

  /** The estimate as a JSON object. */
  public Map<String, @Nullable Object> json() {
    JsonObject all = new JsonObject().with("of", name).with("currency", "USD");
    earlier.ifPresent(before -> all.with("before", object(before)));
    return all.with("estimate", object(estimate)).map();
  }

  private static Map<String, @Nullable Object> object(CostEstimate estimate) {
    return new JsonObject()
        .with("total", estimate.total())
        .with("lines", estimate.lines().stream().map(CostText::object).toList())
        .with("free-health-checks", estimate.allowance())
        .with("no-price", estimate.unpriced())
        .with("not-covered", estimate.notCovered())
        .with("assumed", estimate.assumptions())
        .map();
  }

  private static Map<String, @Nullable Object> object(CostLine line) {
    return new JsonObject()
        .with("section", line.section())
        .with("what", line.what())
        .with("quantity", line.quantity())
        .with("unit", line.price().unit())
        .with("price", line.price().usd())
        .with("usd", line.usd())
        .with("note", line.note())
        .with("source", line.price().source())
        .with("date", line.price().date())
        .map();
  }
}

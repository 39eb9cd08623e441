package dev.meridian.cli.view;

import dev.meridian.adopt.Adoption;
import dev.meridian.cli.option.Count;
import dev.meridian.operate.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What adopting a zone does, for people.
 *
 * @param stack the name of the DNS stack
 * @param source where it was read what exists
 */
public record AdoptionText(Adoption adoption, String stack, String source) {
  private static final String ZONE = "aws_route53_zone.";
  private static final String HEALTH_CHECK = "aws_route53_health_check.";

  private static final List<Map.Entry<String, String>> KINDS =
      List.of(
          Map.entry(ZONE, "hosted zone"),
          Map.entry("aws_route53_record.", "record set"),
          Map.entry(HEALTH_CHECK, "health check"),
          Map.entry("aws_route53_cidr_collection.", "CIDR collection"),
          Map.entry("aws_route53_cidr_location.", "CIDR location"));

  /** A heading and a list for each kind of result that occurs. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(stack + ": " + counts() + " from " + source);
    if (count(HEALTH_CHECK) > 0) {
      lines.add(
          "  The tags of the health checks change in place: the stack sets Name and its own tags,");
      lines.add("  and removes tags that the declaration does not list under tags.");
    }
    if (count(ZONE) > 0) {
      lines.add(
          "  The comment and the tags of the hosted zone change in place. The stack manages the");
      lines.add("  zone from then on, and is protected: no plan can destroy it.");
    }
    list(lines, "Changes in place after the import:", texts(adoption.changed(), " becomes "));
    list(
        lines,
        "Created again, because the provider cannot change these fields (what exists stays):",
        texts(adoption.replaced(), " becomes "));
    list(lines, "Imported, but not compared:", adoption.notCompared());
    List<String> created = new ArrayList<>(adoption.created());
    if (adoption.ownership() > 0) {
      created.add(Count.of(adoption.ownership(), "ownership record"));
    }
    list(lines, "Created, because it does not exist:", created);
    list(lines, "In the way, because it exists next to what is declared:", adoption.inTheWay());
    list(lines, "Stays as it is, because it is not declared:", adoption.staying());
    return lines;
  }

  private String counts() {
    String kinds =
        KINDS.stream()
            .map(kind -> Map.entry(kind.getValue(), count(kind.getKey())))
            .filter(kind -> kind.getValue() > 0)
            .map(kind -> Count.of(kind.getValue(), kind.getKey()))
            .collect(Collectors.joining(", "));
    return kinds.isEmpty() ? "nothing to import" : "imports " + kinds;
  }

  private int count(String type) {
    return (int) adoption.imports().keySet().stream().filter(a -> a.startsWith(type)).count();
  }

  private static List<String> texts(List<Difference> differences, String becomes) {
    return differences.stream()
        .map(d -> d.subject() + ": " + d.field() + " " + d.found() + becomes + d.expected())
        .toList();
  }

  private static void list(List<String> lines, String heading, List<String> items) {
    if (!items.isEmpty()) {
      lines.add("");
      lines.add(heading);
      items.forEach(item -> lines.add("  " + item));
    }
  }
}

package dev.meridian.migrate;

import dev.meridian.model.PolicyKind;
import dev.meridian.stacks.Stacks;
import dev.meridian.stacks.hcl.HclBlock.Attribute;
import dev.meridian.stacks.hcl.HclBlock.Block;
import dev.meridian.stacks.hcl.HclBlock.Item;
import dev.meridian.stacks.hcl.HclBlock.Scalar;
import dev.meridian.stacks.hcl.HclReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routing policies in a DNS stack on disk, as far as {@link Stacks} wrote them. */
public final class WrittenPolicies {
  /** The form that {@link Stacks#tidy} writes: a block ends at the start of a line. */
  private static final Pattern RECORD =
      Pattern.compile("(?ms)^resource \"aws_route53_record\" \"[^\"\n]*\" \\{$.*?^}$");

  private static final Map<String, PolicyKind> BLOCKS =
      Map.of(
          "weighted_routing_policy", PolicyKind.WEIGHTED,
          "latency_routing_policy", PolicyKind.LATENCY,
          "failover_routing_policy", PolicyKind.FAILOVER,
          "geolocation_routing_policy", PolicyKind.GEOLOCATION,
          "geoproximity_routing_policy", PolicyKind.GEOPROXIMITY,
          "cidr_routing_policy", PolicyKind.IP_BASED,
          "multivalue_answer_routing_policy", PolicyKind.MULTIVALUE);

  private WrittenPolicies() {}

  /**
   * Reads a {@code cdk.tf}.
   *
   * @return the kind by name and type, such as {@code www.example.com A}; records that cannot be
   *     read are left out
   */
  public static SortedMap<String, PolicyKind> in(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    SortedMap<String, PolicyKind> kinds = new TreeMap<>();
    Matcher records = RECORD.matcher(text.replace("\r\n", "\n"));
    while (records.find()) {
      read(records.group()).ifPresent(body -> add(body, kinds));
    }
    return kinds;
  }

  private static Optional<List<Item>> read(String record) {
    try {
      return HclReader.read(record).stream()
          .filter(Block.class::isInstance)
          .map(item -> ((Block) item).body())
          .findFirst();
    } catch (IllegalStateException | IndexOutOfBoundsException e) {
      return Optional.empty(); // Somebody changed it by hand.
    }
  }

  private static void add(List<Item> body, Map<String, PolicyKind> kinds) {
    Optional<String> name = text(body, "name");
    Optional<String> type = text(body, "type");
    if (name.isPresent() && type.isPresent()) {
      PolicyKind kind =
          body.stream()
              .map(WrittenPolicies::word)
              .filter(BLOCKS::containsKey)
              .map(BLOCKS::get)
              .findFirst()
              .orElse(PolicyKind.SIMPLE);
      kinds.put(name.get() + " " + type.get(), kind);
    }
  }

  private static String word(Item item) {
    return item instanceof Block block ? block.type() : ((Attribute) item).name();
  }

  private static Optional<String> text(List<Item> body, String name) {
    return body.stream()
        .filter(item -> item instanceof Attribute attribute && attribute.name().equals(name))
        .map(item -> ((Attribute) item).value())
        .filter(Scalar.class::isInstance)
        .map(value -> ((Scalar) value).text())
        .filter(text -> text.matches("(?s)\".+\""))
        .map(text -> text.substring(1, text.length() - 1))
        .findFirst();
  }
}

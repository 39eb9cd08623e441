package dev.meridian.stacks;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentName;
import dev.meridian.stacks.hcl.HclBlock.Attribute;
import dev.meridian.stacks.hcl.HclBlock.Block;
import dev.meridian.stacks.hcl.HclBlock.Expression;
import dev.meridian.stacks.hcl.HclBlock.Item;
import dev.meridian.stacks.hcl.HclBlock.ObjectOf;
import dev.meridian.stacks.hcl.HclBlock.Scalar;
import dev.meridian.stacks.hcl.HclReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The owner of a stack on disk, from the provider's default tags in its {@code cdk.tf}. */
public final class StackTags {
  /**
   * Matches the form that CDKTF and {@link Stacks#tidy} write: the block begins and ends at the
   * start of a line.
   */
  private static final Pattern PROVIDER = Pattern.compile("(?ms)^provider \"aws\" \\{$.*?^}$");

  private final Map<String, String> tags;

  private StackTags(Map<String, String> tags) {
    this.tags = Map.copyOf(tags);
  }

  /**
   * Reads the tags from a file.
   *
   * @param file a {@code cdk.tf}
   * @return as {@link #read}
   */
  public static Optional<StackTags> in(Path file) throws IOException {
    return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  /**
   * Reads the tags from the text of a {@code cdk.tf}.
   *
   * @return empty if the tags are missing, or not in the form that {@link Stacks} writes
   */
  public static Optional<StackTags> read(String hcl) {
    Matcher provider = PROVIDER.matcher(hcl);
    if (!provider.find()) {
      return Optional.empty();
    }
    List<Item> items;
    try {
      items = HclReader.read(provider.group());
    } catch (IllegalStateException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
    Map<String, String> found = new TreeMap<>();
    blocks(items, "provider")
        .flatMap(block -> blocks(block.body(), "default_tags"))
        .flatMap(block -> attributes(block.body()))
        .filter(attribute -> attribute.name().equals("tags"))
        .forEach(attribute -> put(attribute.value(), found));
    return Optional.of(new StackTags(found)).filter(tags -> tags.tags.containsKey("Region"));
  }

  private static Stream<Block> blocks(List<Item> items, String type) {
    return items.stream()
        .filter(Block.class::isInstance)
        .map(Block.class::cast)
        .filter(block -> block.type().equals(type));
  }

  private static Stream<Attribute> attributes(List<Item> items) {
    return items.stream().filter(Attribute.class::isInstance).map(Attribute.class::cast);
  }

  private static void put(Expression value, Map<String, String> found) {
    if (value instanceof ObjectOf object) {
      for (Attribute entry : object.entries()) {
        if (entry.value() instanceof Scalar scalar) {
          found.put(unquoted(entry.name()), unquoted(scalar.text()));
        }
      }
    }
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /**
   * Whether the stack was written from a declaration of the same application and environment, or of
   * the earlier ones of a renamed deployment.
   */
  public boolean isOf(Deployment deployment) {
    return owner()
        .filter(owner -> List.of(deployment.name(), deployment.originalName()).contains(owner))
        .isPresent();
  }

  /** The declaration that the stack was written from; empty if Meridian did not write it. */
  public Optional<DeploymentName> owner() {
    String application = tags.get("Application");
    String environment = tags.get("Environment");
    return application == null || environment == null || !"Meridian".equals(tags.get("ManagedBy"))
        ? Optional.empty()
        : Optional.of(new DeploymentName(application, environment));
  }

  /** Whether it is a DNS stack that Meridian wrote. */
  boolean isDns() {
    return owner().isPresent()
        && (region().equals(DnsStack.GLOBAL) || region().equals(Tags.PRIVATE));
  }

  /** The code of the stack's region; {@code global}, or {@code private}, for a DNS stack. */
  public String region() {
    return tags.getOrDefault("Region", "");
  }
}

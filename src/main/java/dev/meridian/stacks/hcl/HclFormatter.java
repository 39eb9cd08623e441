package dev.meridian.stacks.hcl;

import dev.meridian.stacks.hcl.HclBlock.Attribute;
import dev.meridian.stacks.hcl.HclBlock.Block;
import dev.meridian.stacks.hcl.HclBlock.Expression;
import dev.meridian.stacks.hcl.HclBlock.Item;
import dev.meridian.stacks.hcl.HclBlock.ListOf;
import dev.meridian.stacks.hcl.HclBlock.ObjectOf;
import dev.meridian.stacks.hcl.HclBlock.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A stack's {@code cdk.tf} as people and {@code terraform fmt} want it. CDKTF cannot write {@code
 * required_version} (its HCL renderer prints the argument's name as a value), pins the provider to
 * one version and formats nothing; docs/adr/0002 tells the story.
 */
public final class HclFormatter {
  private static final String AWS_VERSIONS = "\">= 5.100, < 7\"";
  private static final String TERRAFORM_VERSIONS = "\">= 1.5\"";

  /** Terraform and OpenTofu both know {@code use_lockfile} from 1.10 on. */
  private static final String LOCKFILE_VERSIONS = "\">= 1.10\"";

  /** Arguments of references that CDKTF writes as strings. */
  private static final Set<String> REFERENCES =
      Set.of("depends_on", "ignore_changes", "replace_triggered_by");

  /** How a text begins that was here before. */
  private static final String TIDY = "terraform {\n  required_version";

  private static final String UNSET = "null";

  private HclFormatter() {}

  /** What stands in CDKTF's text, in the form to keep; a kept text stays as it is. */
  public static String tidied(String cdktf) {
    if (cdktf.startsWith(TIDY)) {
      return cdktf;
    }
    List<Item> items = HclReader.read(cdktf).stream().map(HclFormatter::tidied).toList();
    return HclWriter.write(items);
  }

  private static Item tidied(Item item) {
    return item instanceof Block block ? tidied(block) : tidied((Attribute) item);
  }

  private static Block tidied(Block block) {
    if (block.type().equals("moved")) {
      return new Block(
          "moved", List.of(), block.body().stream().map(HclFormatter::reference).toList());
    }
    Stream<Item> body =
        block.body().stream().filter(item -> !isUnset(item)).map(HclFormatter::tidied);
    List<Item> sorted = body.sorted(Comparator.comparingInt(HclFormatter::rank)).toList();
    Block tidied = new Block(block.type(), block.labels(), sorted);
    return block.type().equals("terraform") ? withVersions(tidied) : tidied;
  }

  private static Attribute tidied(Attribute attribute) {
    if (attribute.value() instanceof ListOf list && REFERENCES.contains(attribute.name())) {
      return new Attribute(attribute.name(), references(list));
    }
    if (attribute.value() instanceof ObjectOf object) {
      Stream<Attribute> kept = object.entries().stream().filter(entry -> !isUnset(entry));
      return new Attribute(attribute.name(), new ObjectOf(kept.map(HclFormatter::tidied).toList()));
    }
    return attribute;
  }

  private static Item reference(Item argument) {
    Attribute address = (Attribute) argument;
    return new Attribute(address.name(), unquoted(address.value()));
  }

  private static Scalar unquoted(Expression string) {
    return new Scalar(((Scalar) string).text().replace("\"", ""));
  }

  private static Expression references(ListOf list) {
    return new ListOf(list.items().stream().<Expression>map(HclFormatter::unquoted).toList());
  }

  private static boolean isUnset(Item item) {
    return item instanceof Attribute attribute
        && attribute.value() instanceof Scalar scalar
        && scalar.text().equals(UNSET);
  }

  /** Short arguments, long ones, blocks, then what says how the resource is handled. */
  private static int rank(Item item) {
    if (item instanceof Block block) {
      return block.type().equals("lifecycle") ? 3 : 2;
    }
    Attribute attribute = (Attribute) item;
    if (attribute.name().equals("depends_on")) {
      return 4;
    }
    boolean isLong =
        attribute.value() instanceof ObjectOf
            || (attribute.value() instanceof Scalar scalar && scalar.text().indexOf('\n') >= 0);
    return isLong ? 1 : 0;
  }

  private static Block withVersions(Block terraform) {
    List<Item> body = new ArrayList<>();
    body.add(new Attribute("required_version", new Scalar(terraformVersions(terraform))));
    for (Item item : terraform.body()) {
      boolean providers = item instanceof Block block && block.type().equals("required_providers");
      body.add(providers ? withAwsVersions((Block) item) : item);
    }
    return new Block("terraform", List.of(), body);
  }

  /** A stack of somebody else's may have other providers, which stay as they are. */
  private static Block withAwsVersions(Block providers) {
    Expression aws =
        new ObjectOf(
            List.of(
                new Attribute("source", new Scalar("\"hashicorp/aws\"")),
                new Attribute("version", new Scalar(AWS_VERSIONS))));
    List<Item> body =
        providers.body().stream()
            .map(
                item ->
                    item instanceof Attribute a && a.name().equals("aws")
                        ? new Attribute("aws", aws)
                        : item)
            .toList();
    return new Block("required_providers", List.of(), body);
  }

  private static String terraformVersions(Block terraform) {
    boolean lockfile =
        terraform.body().stream()
            .filter(Block.class::isInstance)
            .flatMap(item -> ((Block) item).body().stream())
            .anyMatch(item -> item instanceof Attribute a && a.name().equals("use_lockfile"));
    return lockfile ? LOCKFILE_VERSIONS : TERRAFORM_VERSIONS;
  }
}

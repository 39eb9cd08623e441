package dev.meridian.stacks.hcl;

import dev.meridian.stacks.hcl.HclBlock.Attribute;
import dev.meridian.stacks.hcl.HclBlock.Block;
import dev.meridian.stacks.hcl.HclBlock.Expression;
import dev.meridian.stacks.hcl.HclBlock.Item;
import dev.meridian.stacks.hcl.HclBlock.ListOf;
import dev.meridian.stacks.hcl.HclBlock.ObjectOf;
import dev.meridian.stacks.hcl.HclBlock.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Formats a stack's {@code cdk.tf} for people, and as {@code terraform fmt} does. CDKTF cannot
 * write {@code required_version} (its HCL renderer prints the argument's name as a value), pins the
 * provider to one version, and does not format. See docs/adr/0002.
 */
public final class HclFormatter {
  private static final String AWS_VERSIONS = "\">= 5.100, < 7\"";
  private static final String TERRAFORM_VERSIONS = "\">= 1.5\"";

  /** {@code removed} blocks with {@code lifecycle}: Terraform 1.7, OpenTofu 1.10. */
  private static final String REMOVED_VERSIONS = "\">= 1.7\"";

  /** Terraform and OpenTofu both know {@code use_lockfile} from 1.10 on. */
  private static final String LOCKFILE_VERSIONS = "\">= 1.10\"";

  /** Arguments of references that CDKTF writes as strings. */
  private static final Set<String> REFERENCES =
      Set.of("depends_on", "ignore_changes", "replace_triggered_by");

  /** The beginning of a text that was formatted before. */
  private static final String TIDY = "terraform {\n  required_version";

  private static final String UNSET = "null";

  private HclFormatter() {}

  /** Formats CDKTF's text. Text that was formatted before is returned unchanged. */
  public static String tidied(String cdktf) {
    return tidied(cdktf, List.of());
  }

  /**
   * The same, followed by {@code removed} blocks, which CDKTF cannot write.
   *
   * @param forgotten addresses of resources to remove from the state without destroying them
   */
  public static String tidied(String cdktf, Collection<String> forgotten) {
    if (cdktf.startsWith(TIDY)) {
      return cdktf;
    }
    List<Item> tidied = tidied(HclReader.read(cdktf));
    return forgotten.isEmpty()
        ? HclWriter.write(tidied)
        : HclWriter.write(tidied.stream().map(HclFormatter::withRemovedVersions).toList())
            + "\n"
            + HclMigration.removed(forgotten);
  }

  /** A stack that needs an even newer version keeps it. */
  private static Item withRemovedVersions(Item item) {
    if (!(item instanceof Block block) || !block.type().equals("terraform")) {
      return item;
    }
    Item oldest = new Attribute("required_version", new Scalar(TERRAFORM_VERSIONS));
    Item newer = new Attribute("required_version", new Scalar(REMOVED_VERSIONS));
    return new Block(
        block.type(),
        block.labels(),
        block.body().stream().map(one -> one.equals(oldest) ? newer : one).toList());
  }

  private static List<Item> tidied(List<Item> items) {
    return items.stream().map(item -> item.accept(TIDIED)).toList();
  }

  private static final Item.Cases<Item> TIDIED =
      new Item.Cases<>() {
        @Override
        public Item attribute(Attribute attribute) {
          return tidied(attribute);
        }

        @Override
        public Item block(Block block) {
          return tidied(block);
        }
      };

  private static Block tidied(Block block) {
    if (block.type().equals("moved")) {
      return new Block(
          "moved", List.of(), block.body().stream().map(HclFormatter::reference).toList());
    }
    List<Item> body =
        tidied(block.body().stream().filter(item -> !isUnset(item)).toList()).stream()
            .map(item -> isProviderOf(block, item) ? reference(item) : item)
            .sorted(Comparator.comparingInt(item -> item.accept(RANK)))
            .toList();
    Block tidied = new Block(block.type(), block.labels(), body);
    return block.type().equals("terraform") ? withVersions(tidied) : tidied;
  }

  /** Whether the item is a resource's reference to a provider of the stack. */
  private static boolean isProviderOf(Block block, Item item) {
    return (block.type().equals("resource") || block.type().equals("data"))
        && item instanceof Attribute attribute
        && attribute.name().equals("provider");
  }

  private static Attribute tidied(Attribute attribute) {
    Expression value = attribute.value();
    return new Attribute(
        attribute.name(),
        value.accept(
            new Expression.Cases<Expression>() {
              @Override
              public Expression scalar(Scalar scalar) {
                return scalar;
              }

              @Override
              public Expression list(ListOf list) {
                return REFERENCES.contains(attribute.name()) ? references(list) : list;
              }

              @Override
              public Expression object(ObjectOf object) {
                return new ObjectOf(
                    object.entries().stream()
                        .filter(entry -> !isUnset(entry))
                        .map(HclFormatter::tidied)
                        .toList());
              }
            }));
  }

  private static Item reference(Item argument) {
    Attribute address = (Attribute) argument;
    return new Attribute(address.name(), unquoted(address.value()));
  }

  private static Scalar unquoted(Expression string) {
    String text = ((Scalar) string).text();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return new Scalar(quoted ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text);
  }

  private static Expression references(ListOf list) {
    return new ListOf(list.items().stream().<Expression>map(HclFormatter::unquoted).toList());
  }

  private static boolean isUnset(Item item) {
    return item instanceof Attribute attribute
        && attribute.value() instanceof Scalar scalar
        && scalar.text().equals(UNSET);
  }

  /** The order of items: short arguments, long ones, blocks, lifecycle, depends_on. */
  private static final Item.Cases<Integer> RANK =
      new Item.Cases<>() {
        @Override
        public Integer attribute(Attribute attribute) {
          return attribute.name().equals("depends_on") ? 4 : isLong(attribute.value()) ? 1 : 0;
        }

        @Override
        public Integer block(Block block) {
          return block.type().equals("lifecycle") ? 3 : 2;
        }
      };

  private static boolean isLong(Expression value) {
    return value.accept(
        new Expression.Cases<>() {
          @Override
          public Boolean scalar(Scalar scalar) {
            return scalar.text().indexOf('\n') >= 0;
          }

          @Override
          public Boolean list(ListOf list) {
            return false;
          }

          @Override
          public Boolean object(ObjectOf object) {
            return true;
          }
        });
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

  /** A stack of your own can have other providers, which stay unchanged. */
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

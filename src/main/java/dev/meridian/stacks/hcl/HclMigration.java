package dev.meridian.stacks.hcl;

import dev.meridian.stacks.hcl.HclBlock.Attribute;
import dev.meridian.stacks.hcl.HclBlock.Block;
import dev.meridian.stacks.hcl.HclBlock.Item;
import dev.meridian.stacks.hcl.HclBlock.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * Blocks that move existing resources from one state to another. CDKTF's {@code importFrom} costs a
 * call over jsii for each resource and does not escape IDs, and it cannot write {@code removed}.
 */
public final class HclMigration {
  private HclMigration() {}

  /**
   * One {@code import} block for each resource, in the order of the addresses.
   *
   * @param ids import IDs by address
   * @see <a href="https://developer.hashicorp.com/terraform/language/block/import">import block</a>
   */
  public static String imports(SortedMap<String, String> ids) {
    return HclWriter.write(
        ids.entrySet().stream().map(e -> imported(e.getKey(), e.getValue())).toList());
  }

  private static Item imported(String address, String id) {
    return new Block(
        "import",
        List.of(),
        List.of(
            new Attribute("to", new Scalar(address)), new Attribute("id", new Scalar(quoted(id)))));
  }

  /**
   * One {@code moved} block for each resource, in the order of the earlier addresses.
   *
   * @param addresses the new addresses by the earlier ones
   * @see <a href="https://developer.hashicorp.com/terraform/language/block/moved">moved block</a>
   */
  public static String moves(SortedMap<String, String> addresses) {
    return HclWriter.write(
        addresses.entrySet().stream().map(e -> moved(e.getKey(), e.getValue())).toList());
  }

  private static Item moved(String from, String to) {
    return new Block(
        "moved",
        List.of(),
        List.of(new Attribute("from", new Scalar(from)), new Attribute("to", new Scalar(to))));
  }

  /**
   * One {@code removed} block for each resource, which makes Terraform forget it without destroying
   * it.
   *
   * @param addresses of resources with all their instances, because the block takes no keys
   * @see <a href="https://developer.hashicorp.com/terraform/language/block/removed">removed
   *     block</a>
   */
  public static String removed(Collection<String> addresses) {
    return HclWriter.write(addresses.stream().map(HclMigration::forgotten).toList());
  }

  private static Item forgotten(String address) {
    Item keep =
        new Block("lifecycle", List.of(), List.of(new Attribute("destroy", new Scalar("false"))));
    return new Block(
        "removed", List.of(), List.of(new Attribute("from", new Scalar(address)), keep));
  }

  private static String quoted(String text) {
    return HclText.readable('"' + HclText.literal(text) + '"');
  }
}

package dev.meridian.stacks;

import com.hashicorp.cdktf.TerraformElement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * The {@code moved} blocks of a stack, in one element. CDKTF's {@code moveFromId} allows one move
 * to each resource, and costs a call over jsii for each.
 */
final class MovedBlocks extends TerraformElement {
  private final List<Moves.Move> moves;

  MovedBlocks(Construct scope, List<Moves.Move> moves) {
    super(scope, "moved");
    this.moves = moves;
  }

  /** Called by CDKTF when it writes the stack. */
  @Override
  public Object toHclTerraform() {
    return Map.of("moved", moves.stream().map(MovedBlocks::block).toList());
  }

  /** In the same order each time, which {@code Map.of} does not have. */
  private static Map<String, Object> block(Moves.Move move) {
    Map<String, Object> block = new TreeMap<>();
    block.put("from", reference(move.from()));
    block.put("to", reference(move.to()));
    return block;
  }

  private static Map<String, Object> reference(String address) {
    return Map.of(
        "value", address, "isBlock", false, "type", "simple", "storageClassType", "reference");
  }
}

package dev.meridian.stacks;

import com.hashicorp.cdktf.TerraformElement;
import java.util.List;
import java.util.Map;
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
    return Map.of(
        "moved",
        moves.stream()
            .map(move -> Map.of("to", reference(move.to()), "from", reference(move.from())))
            .toList());
  }

  private static Map<String, Object> reference(String address) {
    return Map.of(
        "value", address, "isBlock", false, "type", "simple", "storageClassType", "reference");
  }
}

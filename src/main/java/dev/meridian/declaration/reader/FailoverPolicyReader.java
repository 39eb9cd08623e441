package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.RoutingPolicy.Failover;
import dev.meridian.model.RoutingPolicy.Failover.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code failover}: primary and secondary. */
record FailoverPolicyReader(BranchReader branches) {

  List<Branch> read(YamlNode value) {
    return value
        .mapping(AllowedKeys.FAILOVER)
        .map(
            pair ->
                Arrays.stream(Role.values()).flatMap(role -> branch(pair, role).stream()).toList())
        .orElse(List.of());
  }

  private Optional<Branch> branch(YamlMapping pair, Role role) {
    String label = role.name().toLowerCase(Locale.ROOT);
    return pair.require(label, "us-east-1")
        .flatMap(target -> branches.read(new Draft(label, target, new Failover(role)), target));
  }
}

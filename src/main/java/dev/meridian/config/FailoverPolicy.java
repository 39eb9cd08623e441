package dev.meridian.config;

import dev.meridian.config.BranchReader.Draft;
import dev.meridian.config.PolicyTree.Branch;
import dev.meridian.model.RoutingPolicy.Failover;
import dev.meridian.model.RoutingPolicy.Failover.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code failover}: primary and secondary. */
record FailoverPolicy(BranchReader branches) {

  List<Branch> read(Located value) {
    return value
        .section(Keys.FAILOVER)
        .map(
            pair ->
                Arrays.stream(Role.values()).flatMap(role -> branch(pair, role).stream()).toList())
        .orElse(List.of());
  }

  private Optional<Branch> branch(Section pair, Role role) {
    String label = role.name().toLowerCase(Locale.ROOT);
    return pair.require(label, "us-east-1")
        .flatMap(target -> branches.read(new Draft(label, target, new Failover(role)), target));
  }
}

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
            pair -> {
              if (Arrays.stream(Role.values()).allMatch(role -> isAbsent(pair, role))) {
                value.report("there is neither a primary nor a secondary", "name one of the two");
              }
              return Arrays.stream(Role.values())
                  .flatMap(role -> branch(pair, role).stream())
                  .toList();
            })
        .orElse(List.of());
  }

  private Optional<Branch> branch(YamlMapping pair, Role role) {
    String label = label(role);
    if (isAbsent(pair, role)) {
      return Optional.empty();
    }
    return pair.require(label, "us-east-1")
        .flatMap(target -> branches.read(new Draft(label, target, new Failover(role)), target));
  }

  /** Says that there is no such record. Route 53 accepts a primary or a secondary alone. */
  private static boolean isAbsent(YamlMapping pair, Role role) {
    return pair.get(label(role)).filter(target -> target.isText("none")).isPresent();
  }

  private static String label(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}

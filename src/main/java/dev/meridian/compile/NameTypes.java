package dev.meridian.compile;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The record types of each declared name. They follow from the endpoints, and from the names that
 * its branches are aliases to.
 */
final class NameTypes {
  /** The types of a name whose answers are addresses. */
  static final List<RecordType> ADDRESSES = List.of(RecordType.A, RecordType.AAAA);

  private final DeclaredEndpoints endpoints;
  private final Map<String, List<NameDeclaration>> declarations = new LinkedHashMap<>();
  private final Map<String, Set<RecordType>> known = new HashMap<>();

  NameTypes(Deployment deployment, DeclaredEndpoints endpoints) {
    this.endpoints = endpoints;
    deployment
        .names()
        .forEach(
            name ->
                declarations.merge(
                    name.label(),
                    List.of(name),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
  }

  /** The declarations of a name; empty if it is not declared. */
  List<NameDeclaration> declarations(String label) {
    return declarations.getOrDefault(label, List.of());
  }

  /** The types of a declared name; empty if its aliases form a loop. */
  Set<RecordType> of(String label) {
    Set<RecordType> found = known.get(label);
    if (found == null) {
      // While a name is being read, it has no types, so loops end.
      known.put(label, Set.of());
      found = EnumSet.noneOf(RecordType.class);
      for (NameDeclaration name : declarations(label)) {
        found.addAll(of(name));
      }
      known.put(label, found);
    }
    return found;
  }

  private Set<RecordType> of(NameDeclaration name) {
    if (isHost(name.policy())) {
      return EnumSet.of(RecordType.CNAME);
    }
    Set<RecordType> found = EnumSet.noneOf(RecordType.class);
    ADDRESSES.stream()
        .filter(type -> name.covers(type) && offers(name.policy(), type))
        .forEach(found::add);
    return found;
  }

  /** Whether all answers of a policy are host names, so that its records are CNAME records. */
  boolean isHost(PolicyTree tree) {
    return tree.branches().stream()
        .allMatch(
            branch ->
                branch
                    .target()
                    .accept(
                        new Target.Cases<Boolean>() {
                          @Override
                          public Boolean endpoint(Target.ToEndpoint target) {
                            return endpoints.get(target.endpoint()).isHost();
                          }

                          @Override
                          public Boolean policy(Target.ToPolicy target) {
                            return isHost(target.tree());
                          }

                          @Override
                          public Boolean name(Target.ToName target) {
                            return isHost(target);
                          }
                        }));
  }

  /** Whether the name has only CNAME records. */
  boolean isHost(Target.ToName target) {
    return of(target.label()).equals(Set.of(RecordType.CNAME));
  }

  /** Whether some branch of the policy has records of {@code type}. */
  boolean offers(PolicyTree tree, RecordType type) {
    return tree.branches().stream().anyMatch(branch -> offers(branch, tree.kind(), type));
  }

  private boolean offers(Branch branch, PolicyKind kind, RecordType type) {
    return branch
        .target()
        .accept(
            new Target.Cases<Boolean>() {
              @Override
              public Boolean endpoint(Target.ToEndpoint target) {
                return endpoints.get(target.endpoint()).offers(type, kind);
              }

              @Override
              public Boolean policy(Target.ToPolicy target) {
                return offers(target.tree(), type);
              }

              @Override
              public Boolean name(Target.ToName target) {
                return of(target.label()).contains(type);
              }
            });
  }
}

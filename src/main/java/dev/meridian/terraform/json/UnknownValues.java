package dev.meridian.terraform.json;

import dev.meridian.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes references to texts that a plan does not know yet. */
final class UnknownValues {
  /** Attributes that contain one address or one whole host name. */
  private static final Set<String> TARGETS =
      Set.of(
          "public_ip",
          "private_ip",
          "ip_address",
          "ipv6_address",
          "public_dns",
          "private_dns",
          "dns_name",
          "dual_stack_dns_name",
          "domain_name",
          "regional_domain_name",
          "cloudfront_domain_name",
          "target_domain_name",
          "website_domain",
          "cname");

  /** Resources that have one target only. */
  private static final Set<String> TARGET_TYPES =
      Set.of(
          "aws_alb",
          "aws_cloudfront_distribution",
          "aws_eip",
          "aws_elb",
          "aws_globalaccelerator_accelerator",
          "aws_instance",
          "aws_lb");

  private static final Set<String> LOAD_BALANCERS = Set.of("aws_alb", "aws_elb", "aws_lb");

  private final Resources resources;

  /** The addresses that several of the files contain. */
  private final Set<String> ambiguous;

  UnknownValues(Resources resources) {
    this.resources = resources;
    this.ambiguous = resources.ambiguous();
  }

  /** An address without its file, unless another file has the same. */
  private String address(Resource from, String resource, String attribute) {
    String file = ambiguous.contains(resource) ? " in " + from.file() : "";
    return resource + attribute + file;
  }

  /**
   * The text of an argument. Two arguments are never the same text, because a plan does not contain
   * the functions and templates around the names that it lists.
   */
  Value.Reference of(Resource resource, String argument, Expression expression) {
    return new Value.Reference(
        address(resource, resource.address(), "." + argument),
        source(resource, expression).orElse(null));
  }

  /** An argument that can also be an output of another state. */
  @Nullable Value value(Resource resource, Attributes attributes, String name) {
    if (!attributes.isUnknown(name)) {
      return attributes.value(name);
    }
    Expression expression = attributes.expression(name);
    return RemoteOutput.in(expression).orElseGet(() -> of(resource, name, expression));
  }

  /** An ARN, which is often the attribute of another resource. */
  @Nullable Value arn(Resource resource, Attributes attributes, String name) {
    if (!attributes.isUnknown(name)) {
      return attributes.value(name);
    }
    Expression expression = attributes.expression(name);
    return ReferenceSearch.in(expression)
        .only()
        .filter(only -> only.attribute().equals("arn"))
        .<Value>map(only -> Value.Reference.to(address(resource, only)))
        .orElseGet(() -> of(resource, name, expression));
  }

  /**
   * The name of an alias target. If the hosted zone ID is of the same resource, the name is that
   * resource's own, because Route 53 accepts no other name in its zone.
   */
  Value.Reference aliasName(Resource resource, Attributes alias) {
    Expression name = alias.expression("name");
    Expression zoneId = alias.expression("zone_id");
    return own(name, zoneId, !alias.isUnknown("zone_id"))
        .map(own -> address(resource, own))
        .or(() -> loadBalancer(resource, name, zoneId))
        .map(Value.Reference::to)
        .orElseGet(() -> of(resource, "alias[0].name", name));
  }

  /** The hosted zone ID of an alias target. */
  Value.Reference aliasZone(Resource resource, Attributes alias) {
    Expression zoneId = alias.expression("zone_id");
    return ReferenceSearch.in(zoneId)
        .only()
        .filter(only -> only.attribute().endsWith("zone_id"))
        .map(only -> Value.Reference.to(address(resource, only)))
        .orElseGet(() -> of(resource, "alias[0].zone_id", zoneId));
  }

  private String address(Resource from, Reference reference) {
    String attribute = "." + reference.attribute();
    String whole = reference.address();
    return address(from, whole.substring(0, whole.length() - attribute.length()), attribute);
  }

  private static Optional<Reference> own(Expression name, Expression zoneId, boolean zoneIsKnown) {
    Optional<Reference> only = only(name);
    Optional<Reference> zone =
        ReferenceSearch.in(zoneId).only().filter(one -> one.attribute().endsWith("zone_id"));
    return only.filter(
        one -> zoneIsKnown || zone.filter(z -> z.parent().equals(one.parent())).isPresent());
  }

  /** The only load balancer that a name and a zone ID mention, as in {@code one(aws_lb.x[*])}. */
  private Optional<String> loadBalancer(Resource resource, Expression name, Expression zoneId) {
    Optional<Resource> named = instance(resource, name);
    boolean same =
        named.isPresent()
            && LOAD_BALANCERS.contains(named.get().type())
            && ReferenceSearch.in(name).key().isEmpty()
            && instance(resource, zoneId).equals(named);
    return same
        ? named.map(found -> address(resource, found.address(), ".dns_name"))
        : Optional.empty();
  }

  /** The only attribute or resource that a target comes from. */
  Optional<String> source(Resource resource, Expression expression) {
    return only(expression)
        .map(only -> address(resource, only))
        .or(
            () ->
                instance(resource, expression)
                    .map(instance -> address(resource, instance.address(), "")));
  }

  private static Optional<Reference> only(Expression expression) {
    return ReferenceSearch.in(expression)
        .only()
        .filter(reference -> TARGETS.contains(reference.lastAttribute()));
  }

  private Optional<Resource> instance(Resource resource, Expression expression) {
    ReferenceSearch search = ReferenceSearch.in(expression);
    List<Reference> found = search.found();
    return search.isSelection()
            && found.size() == 1
            && found.get(0).attribute().isEmpty()
            && TARGET_TYPES.contains(found.get(0).type())
        ? resources.meant(resource, expression, found.get(0).type())
        : Optional.empty();
  }
}

package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.data_aws_route53_zone.DataAwsRoute53Zone;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53Zone;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * The hosted zone, created or looked up. Deleting a zone takes its whole domain off the internet,
 * so a plan that would destroy a created zone fails. {@link #forgotten} protects a zone that the
 * stack created once and only looks up now.
 *
 * @param expression its expression in this stack's HCL, such as {@code aws_route53_zone.main}
 * @param id its id for any stack
 * @param nameServers its name servers for any stack
 */
record HostedZone(String expression, Supplier<String> id, Supplier<List<String>> nameServers) {
  /** The address of the zone that the stack creates. */
  static final String CREATED = "aws_route53_zone.main";

  private static final Pattern RESOURCE =
      Pattern.compile("(?m)^resource \"aws_route53_zone\" \"main\" \\{");
  private static final Pattern DATA_SOURCE =
      Pattern.compile("(?m)^data \"aws_route53_zone\" \"main\" \\{");

  /**
   * The addresses that a stack forgets: that of a created zone if it only looks a zone up now, or
   * none. Without a {@code removed} block, Terraform would delete the zone that it created earlier.
   * Stacks of your own can look up zones too, so the tags have to show that it is a DNS stack.
   *
   * @param hcl as CDKTF wrote it
   */
  static List<String> forgotten(String hcl) {
    boolean adopts = DATA_SOURCE.matcher(hcl).find() && !RESOURCE.matcher(hcl).find();
    return adopts && StackTags.read(hcl).map(StackTags::isDns).orElse(false)
        ? List.of(CREATED)
        : List.of();
  }

  static HostedZone build(Construct stack, ZoneDeclaration zone) {
    return zone.adoption().accept(new Building(stack, zone, null));
  }

  /** A private zone with its associations. */
  static HostedZone build(Construct stack, ZoneDeclaration zone, ZoneAssociations associations) {
    HostedZone built = zone.adoption().accept(new Building(stack, zone, associations));
    associations.add(built.expression());
    return built;
  }

  private record Building(
      Construct stack, ZoneDeclaration declared, @Nullable ZoneAssociations associations)
      implements Adoption.Cases<HostedZone> {
    private static final String LOOKED_UP = "data.aws_route53_zone.main";

    @Override
    public HostedZone created(Adoption.Created adoption) {
      TerraformResourceLifecycle.Builder lifecycle =
          TerraformResourceLifecycle.builder().preventDestroy(true);
      Route53Zone.Builder builder =
          Route53Zone.Builder.create(stack, CREATED).name(literal(declared.name().text()));
      if (associations != null) {
        // The zone reads back the VPCs of all associations, and would end them.
        builder.vpc(List.of(associations.first())).tags(associations.tags());
        lifecycle.ignoreChanges(List.of("tags[\"" + ZoneAssociations.TAG + "\"]", "vpc"));
      }
      Route53Zone zone = named("main", builder.lifecycle(lifecycle.build()).build());
      return new HostedZone(CREATED, zone::getZoneId, zone::getNameServers);
    }

    @Override
    public HostedZone byId(Adoption.ById adoption) {
      return lookedUp(lookUp().zoneId(literal(adoption.zoneId())));
    }

    @Override
    public HostedZone byName(Adoption.ByName adoption) {
      boolean isPrivate = declared.kind() == ZoneKind.PRIVATE;
      return lookedUp(lookUp().name(literal(declared.name().text())).privateZone(isPrivate));
    }

    private DataAwsRoute53Zone.Builder lookUp() {
      return DataAwsRoute53Zone.Builder.create(stack, LOOKED_UP);
    }

    private static HostedZone lookedUp(DataAwsRoute53Zone.Builder lookUp) {
      DataAwsRoute53Zone zone = named("main", lookUp.build());
      return new HostedZone(LOOKED_UP, zone::getZoneId, zone::getNameServers);
    }
  }
}

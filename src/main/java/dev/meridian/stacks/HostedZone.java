package dev.meridian.stacks;

import static dev.meridian.stacks.HclText.literal;
import static dev.meridian.stacks.Naming.named;

import com.hashicorp.cdktf.providers.aws.data_aws_route53_zone.DataAwsRoute53Zone;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53Zone;
import dev.meridian.config.ZoneDeclaration;
import dev.meridian.config.ZoneDeclaration.Adoption;
import dev.meridian.model.DnsName;
import software.constructs.Construct;

/**
 * The hosted zone: made, or looked up. {@link #build} returns the expression that names it, such as
 * {@code aws_route53_zone.main}.
 */
record HostedZone(Construct stack, DnsName name) implements Adoption.Cases<String> {
  private static final String LOOKED_UP = "data.aws_route53_zone.main";

  static String build(Construct stack, ZoneDeclaration zone) {
    return zone.adoption().accept(new HostedZone(stack, zone.name()));
  }

  @Override
  public String created(Adoption.Created adoption) {
    named(
        "main",
        Route53Zone.Builder.create(stack, "aws_route53_zone.main")
            .name(literal(name.text()))
            .build());
    return "aws_route53_zone.main";
  }

  @Override
  public String byId(Adoption.ById adoption) {
    named("main", lookUp().zoneId(literal(adoption.zoneId())).build());
    return LOOKED_UP;
  }

  @Override
  public String byName(Adoption.ByName adoption) {
    named("main", lookUp().name(literal(name.text())).privateZone(false).build());
    return LOOKED_UP;
  }

  private DataAwsRoute53Zone.Builder lookUp() {
    return DataAwsRoute53Zone.Builder.create(stack, LOOKED_UP);
  }
}

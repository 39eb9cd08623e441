package dev.meridian.stacks.network;

import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroup;
import com.hashicorp.cdktf.providers.aws.route53_resolver_query_log_config.Route53ResolverQueryLogConfig;
import com.hashicorp.cdktf.providers.aws.route53_resolver_query_log_config_association.Route53ResolverQueryLogConfigAssociation;
import dev.meridian.stacks.name.AwsResourceNames;
import software.constructs.Construct;

/**
 * The log of all queries from one network.
 *
 * @param days how long CloudWatch keeps it
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html">Resolver
 *     query logging</a>
 */
public record QueryLog(Construct stack, RegionNetwork network, int days) {
  private static final String CONFIG = "aws_route53_resolver_query_log_config";

  public void add() {
    String resource = network.code();
    String name = AwsResourceNames.queryLog(network.name());
    named(
        resource,
        CloudwatchLogGroup.Builder.create(stack, "aws_cloudwatch_log_group." + resource)
            .provider(network.provider())
            .name(AwsResourceNames.queryLogGroup(network.name()))
            .retentionInDays(days)
            .build());
    named(
        resource,
        Route53ResolverQueryLogConfig.Builder.create(stack, CONFIG + "." + resource)
            .provider(network.provider())
            .name(name)
            .destinationArn(reference("aws_cloudwatch_log_group." + resource + ".arn"))
            .build());
    named(
        resource,
        Route53ResolverQueryLogConfigAssociation.Builder.create(
                stack, CONFIG + "_association." + resource)
            .provider(network.provider())
            .resolverQueryLogConfigId(reference(CONFIG + "." + resource + ".id"))
            .resourceId(network.vpcId())
            .build());
  }
}

package com.example.shop;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import dev.meridian.declaration.Deployment;
import dev.meridian.stacks.DnsStack;
import dev.meridian.stacks.Stacks;
import java.util.List;
import software.constructs.Construct;

/** A stack of our own: the MX records of the zone that Meridian's DNS stack creates. */
final class MailStack extends TerraformStack {

  MailStack(Construct scope, Deployment deployment, DnsStack dns) {
    super(scope, "shop-production-mx");
    AwsProvider.Builder.create(this, "aws").region("us-east-1").build();
    Stacks.addBackend(this, deployment);
    Route53Record.Builder.create(this, "mx")
        .zoneId(dns.zoneId()) // read from the state of the DNS stack
        .name(deployment.zoneName().text())
        .type("MX")
        .ttl(3600)
        .records(List.of("10 mail.example.net"))
        .build();
  }
}

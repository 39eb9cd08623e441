package dev.meridian.cli;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53Zone;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Stands in for the command line until there is one: it shows that a stack can be made. */
@Command(name = "meridian", version = "0.1.0", mixinStandardHelpOptions = true)
public final class Main {

  @Command(name = "synth", aliases = "app")
  int synth() {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "meridian-dns");
    AwsProvider.Builder.create(stack, "aws").region("us-east-1").build();
    Route53Zone.Builder.create(stack, "zone").name("example.com").build();
    app.synth();
    return 0;
  }

  @Command(name = "version")
  int version() {
    System.out.println("0.1.0");
    return 0;
  }

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}

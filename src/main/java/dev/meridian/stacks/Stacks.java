package dev.meridian.stacks;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import dev.meridian.config.Deployment;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.model.RoutingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.jsii.JsiiEngine;

/** From a declaration and its compiled plan to Terraform stacks on disk. */
public final class Stacks {
  private static final String HCL_MODE = "SYNTH_HCL_OUTPUT";

  private Stacks() {}

  /**
   * Starts CDKTF in a thread of its own, because that takes as long as reading a declaration. Wait
   * for the thread to end before {@link #synthesize}, which tells what failed.
   */
  public static Thread startCdktf() {
    Thread start = new Thread(Stacks::loadCdktf, "start of CDKTF");
    start.setDaemon(true);
    start.start();
    return start;
  }

  private static void loadCdktf() {
    try {
      JsiiEngine.getInstance().loadModule(com.hashicorp.cdktf.providers.aws.$Module.class);
    } catch (RuntimeException e) {
      // The first construct meets the same again, unless the program ends before.
    }
  }

  /**
   * Writes every stack to {@code outdir/stacks/<stack>/cdk.tf}.
   *
   * @param outdir such as {@code cdktf.out}, directly in the folder that local states start from
   * @return the names of the stacks in the order in which they are deployed
   */
  public static List<String> synthesize(Deployment deployment, RoutingPlan plan, Path outdir) {
    requireHcl();
    createDirectories(outdir);
    App app = new App(config(outdir));
    List<RegionStack> read = new ArrayList<>();
    for (RegionDeclaration region : deployment.regions().values()) {
      RegionStack stack = new RegionStack(app, deployment, region);
      if (region.pinnedOutputs().isEmpty()) {
        read.add(stack);
      }
    }
    DnsStack dns = new DnsStack(app, deployment, plan);
    read.forEach(dns::addDependency);
    app.synth();

    List<String> names = new ArrayList<>(deployment.regions().keySet());
    names.replaceAll(deployment::regionStackName);
    names.add(deployment.dnsStackName());
    names.forEach(name -> tidy(outdir, name));
    return List.copyOf(names);
  }

  /**
   * Formats a stack that an app of your own has synthesized, and states which versions of Terraform
   * and of the AWS provider it works with.
   */
  public static void tidy(Path outdir, String stack) {
    Path file = outdir.resolve("stacks").resolve(stack).resolve("cdk.tf");
    try {
      Files.writeString(file, StackFile.tidied(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createDirectories(Path outdir) {
    try {
      Files.createDirectories(outdir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Validation by CDKTF would ask an installed terraform for its version. */
  private static AppConfig config(Path outdir) {
    return AppConfig.builder().outdir(outdir.toString()).skipValidation(true).build();
  }

  /** CDKTF reads this variable in a process of its own: nothing in here could set it. */
  private static void requireHcl() {
    if (!Set.of("true", "1").contains(String.valueOf(System.getenv(HCL_MODE)))) {
      throw new IllegalStateException(HCL_MODE + "=true is missing in the environment");
    }
  }
}

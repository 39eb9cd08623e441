package dev.meridian.stacks;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformStack;
import dev.meridian.declaration.Deployment;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.hcl.HclFormatter;
import dev.meridian.stacks.hcl.HclMigration;
import dev.meridian.stacks.output.OutputFolder;
import dev.meridian.stacks.output.OutputRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.jsii.JsiiEngine;

/** Writes a declaration and its compiled plan as Terraform stacks. */
public final class Stacks {
  private Stacks() {}

  /**
   * Starts CDKTF in a separate thread, because that takes as long as reading a declaration. Wait
   * for the thread to end before you call {@link #synthesize}, which reports failures.
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
      // The first construct fails with the same error.
    }
  }

  /**
   * Writes every stack to {@code outdir/stacks/<stack>/cdk.tf}: either all of them, or none.
   *
   * @param outdir such as {@code cdktf.out}, directly in the folder that local states start from
   * @return the names of the stacks in the order in which they are deployed
   * @throws InvalidDeclaration if the AWS provider cannot create what is declared; nothing is
   *     written
   * @throws OutputRefused if the folder has a stack of the same name that was written from another
   *     declaration or changed by hand, or if another process is writing to the folder
   */
  public static List<String> synthesize(Deployment deployment, RoutingPlan plan, Path outdir) {
    return synthesize(deployment, plan, DnsStack.Migration.NONE, outdir);
  }

  /** The same, but the DNS stack takes over existing resources. */
  public static List<String> synthesize(
      Deployment deployment, RoutingPlan plan, DnsStack.Migration migration, Path outdir) {
    HclMode.require();
    TerraformGaps.refuse(deployment);
    List<String> names = deployment.stacks().names();
    try (OutputFolder output = OutputFolder.lock(outdir)) {
      StackOwners.check(deployment, outdir);
      GeneratedHeader.check(deployment, outdir);
      output.replace(
          staging -> {
            App app = app(staging);
            MeridianStacks.add(app, deployment, plan, migration);
            app.synth();
            String dns = deployment.stacks().dns().name();
            names.forEach(
                name ->
                    tidy(staging, name, name.equals(dns) ? migration : DnsStack.Migration.NONE));
            StackOwners.keepInManifest(deployment, outdir, staging);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /**
   * An app that writes HCL to {@code outdir}, for {@link RegionStack}, {@link DnsStack} and stacks
   * of your own. {@link #write} ends it.
   *
   * @param outdir such as {@code cdktf.out}, directly in the folder that local states start from;
   *     created if it does not exist
   * @throws IllegalStateException if the environment does not switch CDKTF to HCL
   */
  public static App app(Path outdir) {
    HclMode.require();
    Bindings.requireOne();
    createDirectories(outdir);
    return new App(config(outdir));
  }

  /**
   * Keeps the state of a stack of your own where the deployment keeps its states, under the name of
   * the stack.
   */
  public static void addBackend(TerraformStack stack, Deployment deployment) {
    new BackendWriter(stack, StateAddress.ofStack(deployment, stack.getNode().getId())).write();
  }

  /**
   * Synthesizes {@code app} and formats all of its stacks.
   *
   * @return the names of the stacks that are directly below the app, in the order in which they
   *     were created
   * @throws OutputRefused if another process is writing to the app's folder
   */
  @SuppressWarnings("try") // holding the lock is its use
  public static List<String> write(App app) {
    Path outdir = Path.of(app.getOutdir());
    List<String> names =
        app.getNode().getChildren().stream()
            .filter(TerraformStack.class::isInstance)
            .map(stack -> stack.getNode().getId())
            .toList();
    try (OutputFolder lock = OutputFolder.lock(outdir)) {
      // CDKTF's app writes to its own folder, so a failure here can leave some stacks new.
      app.synth();
      names.forEach(name -> tidy(outdir, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /**
   * Formats a stack that an app of your own has synthesized, states which versions of Terraform and
   * of the AWS provider it works with, and begins it with a comment that it is generated.
   */
  public static void tidy(Path outdir, String stack) {
    tidy(outdir, stack, DnsStack.Migration.NONE);
  }

  private static void tidy(Path outdir, String stack, DnsStack.Migration migration) {
    Path file = file(outdir, stack);
    try {
      String hcl = tidied(Files.readString(file), migration);
      Files.writeString(file, hcl);
      WeightsFunction.write(hcl, file.resolveSibling(WeightsFunction.FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Path outdir, String stack) {
    return outdir.resolve("stacks").resolve(stack).resolve("cdk.tf");
  }

  /** A file with a header is formatted already, unless somebody changed it by hand. */
  private static String tidied(String hcl, DnsStack.Migration migration) {
    if (GeneratedHeader.isIn(hcl)) {
      return hcl;
    }
    return GeneratedHeader.above(
        HclFormatter.tidied(hcl, HostedZone.forgotten(hcl))
            + below(HclMigration.moves(migration.moves()))
            + below(HclMigration.imports(migration.imports())));
  }

  private static String below(String blocks) {
    return blocks.isBlank() ? "" : "\n" + blocks;
  }

  private static void createDirectories(Path outdir) {
    try {
      Files.createDirectories(outdir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For its validation, CDKTF would run terraform to get its version. */
  private static AppConfig config(Path outdir) {
    return AppConfig.builder().outdir(outdir.toString()).skipValidation(true).build();
  }
}

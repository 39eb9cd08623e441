package dev.meridian.operate;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the hosted zone of a DNS stack on disk with the declared one. */
public final class ZoneChange implements Adoption.Cases<Optional<String>> {
  private static final String ZONE = "aws_route53_zone.main";
  private static final Pattern CREATED =
      Pattern.compile("(?ms)^resource \"aws_route53_zone\" \"main\" \\{$.*?^}$");
  private static final Pattern LOOKED_UP =
      Pattern.compile("(?ms)^data \"aws_route53_zone\" \"main\" \\{$.*?^}$");

  private final Deployment deployment;
  private final Optional<String> created;
  private final Optional<String> lookedUp;
  private final boolean imported;

  private ZoneChange(Deployment deployment, String hcl, Collection<String> imports) {
    this.deployment = deployment;
    this.created = block(CREATED, hcl);
    this.lookedUp = block(LOOKED_UP, hcl);
    this.imported = imports.contains(ZONE);
  }

  /**
   * What the new stack would do to the zone, with the way to avoid it; empty if it does nothing.
   *
   * @param outdir such as {@code cdktf.out}, with the stacks as they are
   * @param imports the addresses that the new stack imports
   */
  public static Optional<String> warning(
      Deployment deployment, Path outdir, Collection<String> imports) throws IOException {
    String stack = deployment.stacks().dns().name();
    Path file = outdir.resolve("stacks").resolve(stack).resolve("cdk.tf");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String hcl = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
    return deployment.zone().adoption().accept(new ZoneChange(deployment, hcl, imports));
  }

  private static Optional<String> block(Pattern pattern, String hcl) {
    return Optional.of(pattern.matcher(hcl)).filter(Matcher::find).map(Matcher::group);
  }

  private static Optional<String> argument(String block, String name) {
    Matcher argument = Pattern.compile("(?m)^  " + name + " += \"([^\"]*)\"$").matcher(block);
    return argument.find() ? Optional.of(argument.group(1)) : Optional.empty();
  }

  @Override
  public Optional<String> created(Adoption.Created adoption) {
    String name = deployment.zoneName().text();
    if (created.isPresent()) {
      return argument(created.get(), "name")
          .filter(before -> !before.equals(name))
          .map(before -> renamed(before, name));
    }
    return lookedUp.isPresent() && !imported ? Optional.of(second(name)) : Optional.empty();
  }

  private String renamed(String before, String name) {
    return "The zone was "
        + before
        + ", and is "
        + name
        + " now. Terraform would have to delete "
        + before
        + ", which is protected, so every plan of "
        + stack()
        + " fails. Undo this, and declare "
        + name
        + " in another declaration with its own environment. When clients use the new names, run"
        + " ./meridian destroy --delete-zone "
        + before
        + " with the old declaration.";
  }

  private String second(String name) {
    return stack()
        + " looked up the zone, and now it would create a second, empty zone "
        + name
        + " with other name servers, and move every record set there. To let the stack manage the"
        + " zone that answers, run ./meridian adopt before you apply.";
  }

  @Override
  public Optional<String> byId(Adoption.ById adoption) {
    return lookedUp
        .flatMap(block -> argument(block, "zone_id"))
        .filter(before -> !before.equals(adoption.zoneId()))
        .map(
            before ->
                stack()
                    + " would delete every record set from the zone "
                    + before
                    + ", and create it in the zone "
                    + adoption.zoneId()
                    + ".")
        .or(this::forgotten);
  }

  @Override
  public Optional<String> byName(Adoption.ByName adoption) {
    return forgotten();
  }

  private Optional<String> forgotten() {
    return created
        .flatMap(block -> argument(block, "name"))
        .map(
            before ->
                stack()
                    + " forgets the zone "
                    + before
                    + " when you apply it. The zone stays in Route 53 with its name servers, but"
                    + " Terraform no longer manages it. Don't run terraform destroy before that:"
                    + " it would delete the zone.");
  }

  private String stack() {
    return deployment.stacks().dns().name();
  }
}

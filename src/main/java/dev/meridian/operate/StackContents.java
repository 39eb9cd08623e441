package dev.meridian.operate;

import dev.meridian.declaration.output.AcceleratorOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.model.DnsName;
import dev.meridian.model.Value;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.json.ManagedResource;
import dev.meridian.terraform.json.StateOutputs;
import dev.meridian.terraform.json.TerraformFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the state of one stack contains.
 *
 * @param stack the stack's name
 * @param resources sorted by address; empty if the stack was never applied, or is destroyed
 */
public record StackContents(String stack, List<ManagedResource> resources, StateOutputs outputs) {
  private static final Set<String> IDENTIFYING =
      Set.of(
          RegionOutput.ALB_DNS_NAME.id(),
          RegionOutput.ALB_ARN.id(),
          AcceleratorOutput.DNS_NAME.id());
  private static final String ZONE = "aws_route53_zone";

  public StackContents {
    resources = List.copyOf(resources);
  }

  /** Reads the state, wherever its backend keeps it. Initializes the stack if necessary. */
  public static StackContents read(StackSet set, String stack)
      throws TerraformFailed, InterruptedException {
    Terraform terraform = set.terraform(stack);
    if (!set.isInitialized(stack)) {
      terraform.init();
    }
    TerraformFile state = terraform.state();
    return new StackContents(stack, state.managed(), state.outputs());
  }

  /** The hosted zones. */
  public List<ManagedResource> zones() {
    return resources.stream().filter(resource -> resource.type().equals(ZONE)).toList();
  }

  /** Everything except the hosted zones. */
  public List<ManagedResource> withoutZones() {
    return resources.stream().filter(resource -> !resource.type().equals(ZONE)).toList();
  }

  /** The name of a hosted zone; empty if its resource is odd. */
  public static Optional<DnsName> name(ManagedResource zone) {
    return DnsName.of(Value.literal(zone.attribute("name")));
  }

  /**
   * The addresses of the resources that use the load balancer, the accelerator, or a static address
   * of {@code other}, such as records, health checks, and endpoint groups. Route 53 writes names in
   * lower case.
   */
  public List<String> using(StackContents other) {
    Set<String> outputs =
        Stream.concat(
                IDENTIFYING.stream()
                    .flatMap(output -> Stream.ofNullable(other.outputs().texts().get(output))),
                other
                    .outputs()
                    .lists()
                    .getOrDefault(RegionOutput.STATIC_ADDRESSES.id(), List.of())
                    .stream())
            .map(StackContents::plain)
            .collect(Collectors.toSet());
    return resources.stream()
        .filter(
            resource ->
                resource.texts().stream().map(StackContents::plain).anyMatch(outputs::contains))
        .map(ManagedResource::address)
        .toList();
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}

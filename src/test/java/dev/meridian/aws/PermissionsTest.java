package dev.meridian.aws;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.meridian.aws.emulator.EmulatorFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The policy in docs/iam.md is what the code asks AWS for. */
class PermissionsTest {
  private static final Map<String, String> SERVICES =
      Map.ofEntries(
          entry("Route53Client", "route53"),
          entry("Route53ResolverClient", "route53resolver"),
          entry("CloudWatchClient", "cloudwatch"),
          entry("CloudWatchLogsClient", "logs"),
          entry("ElasticLoadBalancingV2Client", "elasticloadbalancing"),
          entry("AutoScalingClient", "autoscaling"),
          entry("Ec2Client", "ec2"),
          entry("Route53RecoveryClusterClient", "route53-recovery-cluster"),
          entry("Route53RecoveryControlConfigClient", "route53-recovery-control-config"),
          entry("GlobalAcceleratorClient", "globalaccelerator"),
          entry("SnsClient", "sns"));

  /** These work on emulators alone. */
  private static final Set<String> FOR_REHEARSALS =
      Set.of(LiveResources.class.getName(), EmulatorFixtures.class.getName());

  @Test
  void verifyNeedsExactlyTheActionsOfThePolicy() throws IOException {
    Set<String> granted =
        Pattern.compile("^ *\"([a-z0-9-]+:[A-Za-z]+)\",?$", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("docs/iam.md")))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(called()).isEqualTo(granted);
  }

  private static Set<String> called() {
    // The classes of the SDK's clients are many, and only their names matter here.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.meridian.aws")
            .stream()
            .filter(type -> !FOR_REHEARSALS.contains(type.getName()))
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> SERVICES.containsKey(call.getTargetOwner().getSimpleName()))
            .filter(
                call -> call.getName().matches("(list|describe|get|create|delete|change|update).*"))
            .map(PermissionsTest::action)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String action(JavaMethodCall call) {
    String name = call.getName().replaceFirst("Paginator$", "");
    return SERVICES.get(call.getTargetOwner().getSimpleName())
        + ":"
        + Character.toUpperCase(name.charAt(0))
        + name.substring(1);
  }
}

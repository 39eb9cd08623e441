package dev.meridian.declaration.reader;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.EndpointDeclaration.Outputs.AliasOutputs;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.reader.health.HealthCheckReferenceReader;
import dev.meridian.declaration.value.EarlierNameReader;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code endpoints}: the targets of names other than regions. */
final class EndpointsReader {
  private final HealthCheckReferenceReader references;
  private final HealthCheckReference common;

  EndpointsReader(HealthCheckReferenceReader references, HealthCheckReference common) {
    this.references = references;
    this.common = common;
  }

  Map<String, EndpointDeclaration> read(Optional<YamlNode> endpoints) {
    Map<String, EndpointDeclaration> read = new LinkedHashMap<>();
    for (Pair pair : endpoints.map(YamlNode::pairs).orElse(List.of())) {
      checkName(pair);
      pair.value()
          .mapping(AllowedKeys.ENDPOINT)
          .flatMap(mapping -> endpoint(pair, mapping))
          .ifPresent(endpoint -> read.put(pair.name(), endpoint));
    }
    return read;
  }

  private static void checkName(Pair pair) {
    if (AwsRegions.byCode(pair.name()).isPresent()) {
      pair.key()
          .report(
              "an endpoint cannot have the code of an AWS region",
              "give it another name, or declare the region under regions");
    } else {
      NameFormat.check(pair.key(), pair.name());
    }
  }

  private Optional<EndpointDeclaration> endpoint(Pair pair, YamlMapping endpoint) {
    Optional<HealthCheckReference> check = endpoint.get("health-check").flatMap(references::read);
    Optional<Location> location = EndpointTargetReader.read(endpoint);
    Optional<EarlierName> was = EarlierNameReader.read(endpoint, HealthCheckDeclaration::checkName);
    return location.map(
        found ->
            new EndpointDeclaration(
                pair.name(),
                found,
                check.orElse(isAlias(found) ? new HealthCheckReference.None() : common),
                was.orElse(null),
                pair.key().at()));
  }

  /** Route 53 gets the health of an AWS resource from AWS, so the common check does not apply. */
  private static boolean isAlias(Location location) {
    return location instanceof Location.Resource
        || (location instanceof Location.State state && state.outputs() instanceof AliasOutputs);
  }
}

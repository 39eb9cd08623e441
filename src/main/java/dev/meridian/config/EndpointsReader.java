package dev.meridian.config;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.config.EndpointDeclaration.Location;
import dev.meridian.config.EndpointDeclaration.Outputs.AliasOutputs;
import dev.meridian.config.Located.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code endpoints}: what names lead to besides regions. */
final class EndpointsReader {
  private final CheckReferenceReader references;
  private final CheckReference common;

  EndpointsReader(CheckReferenceReader references, CheckReference common) {
    this.references = references;
    this.common = common;
  }

  Map<String, EndpointDeclaration> read(Optional<Located> endpoints) {
    Map<String, EndpointDeclaration> read = new LinkedHashMap<>();
    for (Pair pair : endpoints.map(Located::pairs).orElse(List.of())) {
      checkName(pair);
      pair.value()
          .section(Keys.ENDPOINT)
          .flatMap(section -> endpoint(pair, section))
          .ifPresent(endpoint -> read.put(pair.name(), endpoint));
    }
    return read;
  }

  private static void checkName(Pair pair) {
    if (AwsRegions.byCode(pair.name()).isPresent()) {
      pair.key()
          .problem(
              "an endpoint cannot have the code of an AWS region",
              "give it another name, or declare the region under regions");
    } else {
      Word.check(pair.key(), pair.name());
    }
  }

  private Optional<EndpointDeclaration> endpoint(Pair pair, Section endpoint) {
    Optional<CheckReference> check = endpoint.get("health-check").flatMap(references::read);
    Optional<Location> location = LocationReader.read(endpoint);
    return location.map(
        found ->
            new EndpointDeclaration(
                pair.name(),
                found,
                check.orElse(isAlias(found) ? new CheckReference.None() : common),
                pair.key().at()));
  }

  /** Route 53 asks an AWS resource for its health; the servers' common check is not for it. */
  private static boolean isAlias(Location location) {
    return location instanceof Location.Resource
        || (location instanceof Location.State state && state.outputs() instanceof AliasOutputs);
  }
}

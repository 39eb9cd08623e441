package dev.meridian.declaration.reader;

import dev.meridian.declaration.EndpointDeclaration.Outputs;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads which outputs of another team's state locate an endpoint. */
final class EndpointOutputsReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private EndpointOutputsReader() {}

  static Optional<Outputs> read(YamlNode outputs) {
    if (outputs.peek("addresses").isPresent()) {
      return outputs
          .mapping(AllowedKeys.OUTPUTS_ADDRESSES)
          .flatMap(EndpointOutputsReader::addresses);
    }
    if (outputs.peek("host").isPresent()) {
      return outputs
          .mapping(AllowedKeys.OUTPUTS_HOST)
          .flatMap(mapping -> name(mapping, "host"))
          .map(Outputs.HostOutput::new);
    }
    if (outputs.isMapping() && outputs.pairs().isEmpty()) {
      return outputs.refuse(
          "no outputs are listed",
          "write {host: …}, {addresses: …, count: …} or {dns-name: …, zone-id: …}");
    }
    return outputs.mapping(AllowedKeys.OUTPUTS_ALIAS).flatMap(EndpointOutputsReader::alias);
  }

  private static Optional<Outputs> alias(YamlMapping outputs) {
    Optional<String> dnsName = name(outputs, "dns-name");
    Optional<String> zoneId = name(outputs, "zone-id");
    boolean ipv6 = outputs.flag("ipv6", false);
    return dnsName.flatMap(n -> zoneId.map(z -> new Outputs.AliasOutputs(n, z, ipv6)));
  }

  private static Optional<Outputs> addresses(YamlMapping outputs) {
    Optional<String> name = name(outputs, "addresses");
    outputs.require("count", "2");
    int count = outputs.integer("count", 1, Outputs.AddressOutputs::checkCount);
    return name.map(n -> new Outputs.AddressOutputs(n, count));
  }

  private static Optional<String> name(YamlMapping outputs, String key) {
    return outputs.require(key, "the_output").flatMap(v -> v.text().filter(n -> check(v, n)));
  }

  private static boolean check(YamlNode value, String name) {
    if (!NAME.matcher(name).matches()) {
      value.report(
          "\"" + name + "\" is not the name of a Terraform output",
          "write the output's name alone, such as public_name");
    }
    return NAME.matcher(name).matches();
  }
}

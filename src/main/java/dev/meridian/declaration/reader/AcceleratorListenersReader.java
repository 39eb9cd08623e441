package dev.meridian.declaration.reader;

import dev.meridian.declaration.AcceleratorDeclaration.ClientAffinity;
import dev.meridian.declaration.AcceleratorDeclaration.Listener;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the {@code listeners} of one accelerator. The regions' load balancers listen on port 80
 * and, with a certificate, on port 443, so an accelerator can have no other ports.
 */
final class AcceleratorListenersReader {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final List<RegionDeclaration> regions;
  private final Set<Integer> used = new HashSet<>();

  /**
   * @param regions the accelerator's regions that could be read
   */
  AcceleratorListenersReader(List<RegionDeclaration> regions) {
    this.regions = regions;
  }

  List<Listener> read(Optional<YamlNode> listeners) {
    if (listeners.isEmpty()) {
      boolean https = regions.stream().allMatch(AcceleratorListenersReader::hasCertificate);
      return List.of(
          new Listener(
              https && !regions.isEmpty() ? List.of(HTTP, HTTPS) : List.of(HTTP),
              ClientAffinity.NONE));
    }
    List<Listener> read = new ArrayList<>();
    for (YamlNode listener : listeners.get().oneOrSeveral()) {
      listener
          .mapping(AllowedKeys.ACCELERATOR_LISTENER)
          .flatMap(this::listener)
          .ifPresent(read::add);
    }
    return read;
  }

  private Optional<Listener> listener(YamlMapping listener) {
    List<Integer> ports = new ArrayList<>();
    listener
        .require("ports", "[80]")
        .map(YamlNode::oneOrSeveral)
        .orElse(List.of())
        .forEach(value -> value.integer().filter(port -> check(value, port)).ifPresent(ports::add));
    ClientAffinity affinity =
        listener
            .get("client-affinity")
            .flatMap(
                value ->
                    Suggestions.read(
                        value,
                        ClientAffinity.values(),
                        ClientAffinity::keyword,
                        "there is no client affinity \"%s\""))
            .orElse(ClientAffinity.NONE);
    return ports.isEmpty() ? Optional.empty() : Optional.of(new Listener(ports, affinity));
  }

  private boolean check(YamlNode value, int port) {
    if (port != HTTP && port != HTTPS) {
      value.report(
          "no load balancer of a region listens on port " + port,
          "write 80, or 443 if each region has a certificate");
      return false;
    }
    if (!used.add(port)) {
      value.report("a listener of this accelerator already has port " + port, "remove one");
      return false;
    }
    List<String> without =
        regions.stream()
            .filter(region -> port == HTTPS && !hasCertificate(region))
            .map(RegionDeclaration::code)
            .toList();
    if (!without.isEmpty()) {
      value.report(
          "there is no certificate in "
              + String.join(" and ", without)
              + ", so no load balancer listens on port 443 there",
          "write site: {certificate: …} for each region, or remove the port");
      return false;
    }
    return true;
  }

  private static boolean hasCertificate(RegionDeclaration region) {
    return region.site().certificate().isPresent();
  }
}

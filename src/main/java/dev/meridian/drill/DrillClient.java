package dev.meridian.drill;

import dev.meridian.probe.Probe;
import dev.meridian.resolve.Question;
import java.io.IOException;
import java.util.List;

/**
 * A client that resolves a name and sends a request to what it is answered with. Like a browser, it
 * tries the next address if one does not answer.
 */
record DrillClient(
    Place place, Question question, CachingResolver resolver, StandInServers servers, Probe page) {

  Request request(double at) {
    List<String> endpoints;
    try {
      endpoints = resolver.resolve(question);
    } catch (IOException e) {
      endpoints = List.of();
    }
    String reached = endpoints.stream().filter(this::reaches).findFirst().orElse(null);
    return new Request(at, place, question, endpoints, reached);
  }

  private boolean reaches(String endpoint) {
    return servers.page(endpoint).filter(server -> page.run(server).passed()).isPresent();
  }
}

package dev.meridian.importing;

import dev.meridian.importing.Endpoints.Endpoint;
import dev.meridian.importing.Group.Labelled;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordSet;
import java.util.List;

/** The trees of all names of some record sets, and what is made of them for a file. */
final class Forest {
  final Endpoints endpoints;
  final Names names;
  final Declared declared;

  private Forest(Records records) {
    List<Group> trees =
        Zone.of(records).names().entrySet().stream()
            .map(name -> TreeReader.read(records, name.getKey(), name.getValue()))
            .toList();
    List<Labelled> leaves = trees.stream().flatMap(Group::leaves).toList();
    this.endpoints = Endpoints.of(leaves);
    this.names = new Names(records, new CheckUses(records, trees, endpoints), endpoints.all());
    this.declared = new Declared(records, endpoints, names);
  }

  static Forest of(List<RecordSet> records, HealthCheck... checks) {
    return new Forest(Sets.records(records, checks));
  }

  /** What the endpoints are called, in their order. */
  List<String> endpointNames() {
    return endpoints.all().stream().map(this::nameOf).toList();
  }

  private String nameOf(Endpoint endpoint) {
    return names.of(endpoint);
  }
}

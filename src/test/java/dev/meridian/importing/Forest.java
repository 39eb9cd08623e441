package dev.meridian.importing;

import dev.meridian.importing.ImportedEndpoints.Endpoint;
import dev.meridian.importing.ImportedGroup.Labelled;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** The trees of all names of some record sets, and what is made of them for a file. */
final class Forest {
  final ImportedEndpoints endpoints;
  final EndpointNamer names;
  final DeclarationWriter declared;

  private Forest(RecordLookup records) {
    SortedMap<DnsName, Set<RecordType>> found = ZoneNames.of(records).names();
    TreeReader.Naming naming = new TreeReader.Naming(found.keySet(), false);
    List<ImportedName> trees =
        found.entrySet().stream()
            .map(name -> TreeReader.read(records, name.getKey(), name.getValue(), naming))
            .map(part -> new ImportedName(List.of(part), false))
            .toList();
    List<Labelled> leaves = trees.stream().flatMap(ImportedName::leaves).toList();
    this.endpoints = ImportedEndpoints.of(leaves);
    this.names =
        new EndpointNamer(records, new HealthCheckUses(records, trees, endpoints), endpoints.all());
    this.declared = new DeclarationWriter(records, endpoints, names);
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

package dev.meridian.terraform.json;

import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code aws_route53_cidr_collection} and {@code aws_route53_cidr_location}. */
final class CidrCollectionReader {
  private static final String COLLECTION = "aws_route53_cidr_collection";
  private static final String LOCATION = "aws_route53_cidr_location";

  private final Resources resources;
  private final UnreadResources unread;

  CidrCollectionReader(Resources resources, UnreadResources unread) {
    this.resources = resources;
    this.unread = unread;
  }

  List<CidrCollection> all() {
    Map<String, Map<String, List<CidrBlock>>> locations = new TreeMap<>();
    resources
        .managed(COLLECTION)
        .forEach(collection -> locations.put(collection.text("name"), new TreeMap<>()));
    for (Resource location : resources.managed(LOCATION)) {
      Optional<String> name =
          name(
              location,
              location.text("cidr_collection_id"),
              location.expression("cidr_collection_id"));
      name.ifPresentOrElse(
          found ->
              blocks(location)
                  .ifPresent(
                      blocks ->
                          locations
                              .computeIfAbsent(found, n -> new TreeMap<>())
                              .put(location.text("name"), blocks)),
          () ->
              unread.add(
                  location,
                  "none of these files has its CIDR collection",
                  "read the file with the collection too"));
    }
    return locations.entrySet().stream().flatMap(e -> collection(e).stream()).toList();
  }

  /** The name of the collection that an id, or the expression for it, refers to. */
  Optional<String> name(Resource from, String id, Expression argument) {
    if (id.isEmpty()) {
      return resources.meant(from, argument, COLLECTION).map(found -> found.text("name"));
    }
    return resources.any(COLLECTION).stream()
        .filter(collection -> collection.text("id").equals(id))
        .map(collection -> collection.text("name"))
        .findFirst();
  }

  private Optional<List<CidrBlock>> blocks(Resource location) {
    List<CidrBlock> blocks = new ArrayList<>();
    try {
      Json.texts(location.values().path("cidr_blocks"))
          .forEach(text -> blocks.add(new CidrBlock(text)));
      return Optional.of(blocks);
    } catch (InvalidValue e) {
      unread.add(location, e.what(), e.fix());
      return Optional.empty();
    }
  }

  private Optional<CidrCollection> collection(Map.Entry<String, Map<String, List<CidrBlock>>> e) {
    try {
      return Optional.of(new CidrCollection(e.getKey(), e.getValue()));
    } catch (InvalidValue invalid) {
      resources.managed(COLLECTION).stream()
          .filter(collection -> collection.text("name").equals(e.getKey()))
          .forEach(collection -> unread.add(collection, invalid.what(), invalid.fix()));
      return Optional.empty();
    }
  }
}

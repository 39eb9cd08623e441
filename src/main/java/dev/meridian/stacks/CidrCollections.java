package dev.meridian.stacks;

import static dev.meridian.stacks.HclText.reference;
import static dev.meridian.stacks.Naming.named;

import com.hashicorp.cdktf.providers.aws.route53_cidr_collection.Route53CidrCollection;
import com.hashicorp.cdktf.providers.aws.route53_cidr_location.Route53CidrLocation;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * Client addresses for IP-based routing.
 *
 * @param names collection name to its name in Terraform
 * @param prefix of the collections' names in AWS, which are unique in an account
 */
record CidrCollections(Construct stack, String prefix, Map<String, String> names) {
  /** Route 53 API, CreateCidrCollection.Name. */
  private static final int MAX_NAME = 64;

  void add(CidrCollection collection) {
    String resource = Objects.requireNonNull(names.get(collection.name()));
    named(
        resource,
        Route53CidrCollection.Builder.create(stack, "aws_route53_cidr_collection." + resource)
            .name(AwsName.of(prefix, collection.name(), MAX_NAME))
            .build());
    new TreeMap<>(collection.locations())
        .forEach((location, blocks) -> location(collection.name(), location, blocks));
  }

  private void location(String collection, String location, List<CidrBlock> blocks) {
    String resource = locationResource(collection, location);
    named(
        resource,
        Route53CidrLocation.Builder.create(stack, "aws_route53_cidr_location." + resource)
            .cidrCollectionId(id(collection))
            .name(location)
            .cidrBlocks(blocks.stream().map(CidrBlock::text).sorted().toList())
            .build());
  }

  String id(String collection) {
    return reference("aws_route53_cidr_collection." + names.get(collection) + ".id");
  }

  /** By its resource, so that the location exists before the records of its clients. */
  String locationName(String collection, String location) {
    return reference(
        "aws_route53_cidr_location." + locationResource(collection, location) + ".name");
  }

  private String locationResource(String collection, String location) {
    return names.get(collection) + "_" + location;
  }
}

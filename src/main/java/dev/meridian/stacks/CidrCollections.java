package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.moved;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.route53_cidr_collection.Route53CidrCollection;
import com.hashicorp.cdktf.providers.aws.route53_cidr_location.Route53CidrLocation;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.name.TerraformNames;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/** Client addresses for IP-based routing. */
record CidrCollections(Construct stack, Deployment deployment, TerraformNames names) {

  void add(CidrCollection collection) {
    String resource = names.cidrCollection(collection.name());
    moved(
        names.earlierCollection(collection.name()),
        resource,
        Route53CidrCollection.Builder.create(stack, "aws_route53_cidr_collection." + resource)
            .name(AwsResourceNames.cidrCollection(deployment, collection.name()))
            .lifecycle(deletedLast())
            .build());
    List<Route53CidrLocation> previous = List.of();
    for (Map.Entry<String, List<CidrBlock>> location :
        new TreeMap<>(collection.locations()).entrySet()) {
      previous =
          List.of(location(collection.name(), location.getKey(), location.getValue(), previous));
    }
  }

  /**
   * One location after the other: the provider sends the version of the collection with each
   * change, and every change increments it. Route 53 refuses an outdated one
   * (CidrCollectionVersionMismatchException).
   */
  private Route53CidrLocation location(
      String collection,
      String location,
      List<CidrBlock> blocks,
      List<Route53CidrLocation> previous) {
    String resource = names.cidrLocation(collection, location);
    Route53CidrLocation.Builder builder =
        Route53CidrLocation.Builder.create(stack, "aws_route53_cidr_location." + resource)
            .cidrCollectionId(id(collection))
            .name(location)
            .cidrBlocks(blocks.stream().map(CidrBlock::text).sorted().toList())
            .lifecycle(deletedLast());
    if (!previous.isEmpty()) {
      builder.dependsOn(previous);
    }
    Route53CidrLocation made = builder.build();
    moved(names.earlierLocation(collection, location), resource, made);
    return made;
  }

  /** Terraform changes the records that use a resource before it deletes the resource. */
  private static TerraformResourceLifecycle deletedLast() {
    return TerraformResourceLifecycle.builder().createBeforeDestroy(true).build();
  }

  String id(String collection) {
    return reference("aws_route53_cidr_collection." + names.cidrCollection(collection) + ".id");
  }

  /** Refers to the resource, so that the location exists before the records of its clients. */
  String locationName(String collection, String location) {
    return reference(
        "aws_route53_cidr_location." + names.cidrLocation(collection, location) + ".name");
  }
}

package dev.meridian.catalog;

import java.util.Arrays;

/** A group of AWS Regions with accounts of its own; one account never reaches two partitions. */
public enum Partition {
  AWS("aws"),
  AWS_CN("aws-cn"),
  AWS_US_GOV("aws-us-gov"),
  AWS_EUSC("aws-eusc");

  private final String id;

  Partition(String id) {
    this.id = id;
  }

  /** The second part of an ARN, such as {@code aws-cn}. */
  public String id() {
    return id;
  }

  static Partition of(String id) {
    return Arrays.stream(values())
        .filter(partition -> partition.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no partition " + id));
  }
}

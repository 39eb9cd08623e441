package dev.meridian.change;

/**
 * What happens to the record set of one resource, or to those of a traffic policy instance. The AWS
 * provider changes the values, type, and set identifier of a record set in one batch, and Route 53
 * changes an instance as a whole, so an update never leaves a gap.
 *
 * @param address of the Terraform resource, with the keys of the instance and of its modules
 * @param before {@link RecordVersion#NONE} for a resource that is created
 * @param after {@link RecordVersion#NONE} for one that is deleted; for one that Terraform forgets,
 *     the same as before
 * @param overwrites whether the resource has {@code allow_overwrite}, so that it replaces a record
 *     set that exists instead of failing
 */
public record RecordChange(
    String address, Action action, RecordVersion before, RecordVersion after, boolean overwrites) {

  /** A change of a resource without {@code allow_overwrite}. */
  public RecordChange(String address, Action action, RecordVersion before, RecordVersion after) {
    this(address, action, before, after, false);
  }

  /** Whether the resource is a traffic policy instance. */
  public boolean isTrafficPolicy() {
    return before.trafficPolicy() || after.trafficPolicy();
  }
}

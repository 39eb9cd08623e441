package dev.meridian.change;

import java.util.Locale;

/**
 * What Terraform does with one resource.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/internals/json-format#change-representation">Change
 *     representation</a>
 */
public enum Action {
  CREATE,
  UPDATE,
  DELETE,
  /** A replacement in Terraform's usual order. */
  DELETE_THEN_CREATE,
  /** A replacement with {@code create_before_destroy}. */
  CREATE_THEN_DELETE,
  /** It exists, and becomes part of the state without a change. */
  IMPORT,
  /** It leaves the state, and stays as it is. */
  FORGET,
  NO_CHANGE;

  /** Whether something that exists is deleted. */
  public boolean deletes() {
    return this == DELETE || isReplacement();
  }

  /** Whether something new is created. */
  public boolean creates() {
    return this == CREATE || isReplacement();
  }

  /** Whether a resource is deleted and created again, in either order. */
  public boolean isReplacement() {
    return this == DELETE_THEN_CREATE || this == CREATE_THEN_DELETE;
  }

  /** Whether nothing in AWS changes. */
  public boolean isIdle() {
    return this == IMPORT || this == FORGET || this == NO_CHANGE;
  }

  /** In lower case with hyphens, such as {@code delete-then-create}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

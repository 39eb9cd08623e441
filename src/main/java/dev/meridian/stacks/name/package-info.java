/**
 * Names of resources: in Terraform, in CDKTF's construct tree, and in AWS, which limits their
 * length. Names in AWS are also used outside {@code stacks}, to find the resources again.
 */
@NullMarked
package dev.meridian.stacks.name;

import org.jspecify.annotations.NullMarked;

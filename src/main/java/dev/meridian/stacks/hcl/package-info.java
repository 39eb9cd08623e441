/**
 * Reads the HCL that CDKTF writes and formats it as {@code terraform fmt} does. Only {@code stacks}
 * uses it.
 */
@NullMarked
package dev.meridian.stacks.hcl;

import org.jspecify.annotations.NullMarked;

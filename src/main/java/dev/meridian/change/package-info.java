/**
 * What happens in a hosted zone while Terraform applies a set of changes: record sets that are
 * missing for a time, and changes that Route 53 refuses.
 */
@NullMarked
package dev.meridian.change;

import org.jspecify.annotations.NullMarked;

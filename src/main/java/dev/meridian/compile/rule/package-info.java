/**
 * What Route 53 rejects in a plan although each value by itself is legal: rules across record sets,
 * health checks and CIDR collections. Each rule names its source.
 */
@NullMarked
package dev.meridian.compile.rule;

import org.jspecify.annotations.NullMarked;

/**
 * Rules across record sets, health checks, and CIDR collections: what Route 53 rejects in a plan
 * although each value is valid on its own. Each rule names its source.
 */
@NullMarked
package dev.meridian.compile.rule;

import org.jspecify.annotations.NullMarked;

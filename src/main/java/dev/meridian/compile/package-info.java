/**
 * A {@link dev.meridian.declaration.Deployment} compiled to a {@link
 * dev.meridian.model.RoutingPlan}: trees become record groups, and every limit and cross-record
 * rule of Route 53 is checked before Terraform sees anything. May import {@code problem}, {@code
 * model}, {@code catalog} and {@code config}.
 */
@NullMarked
package dev.meridian.compile;

import org.jspecify.annotations.NullMarked;

/**
 * A {@link dev.meridian.config.Deployment} compiled to a {@link dev.meridian.model.RoutingPlan}:
 * trees become record groups, and every limit and cross-record rule of Route 53 is checked before
 * Terraform sees anything. May import {@code problem}, {@code model}, {@code catalog} and {@code
 * config}.
 */
@NullMarked
package dev.meridian.plan;

import org.jspecify.annotations.NullMarked;

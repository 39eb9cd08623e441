/**
 * Compiles a {@link dev.meridian.declaration.Deployment} to a {@link
 * dev.meridian.model.RoutingPlan}. Policy trees become groups of record sets, and Meridian checks
 * Route 53's quotas and cross-record rules before Terraform runs.
 */
@NullMarked
package dev.meridian.compile;

import org.jspecify.annotations.NullMarked;

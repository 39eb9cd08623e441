/**
 * Route 53's own vocabulary and the {@link dev.meridian.model.RoutingPlan}. An illegal value cannot
 * exist: constructors refuse it with an {@link dev.meridian.model.InvalidValue}. Imports nothing of
 * Meridian; every other package but {@code problem} may import it.
 */
@NullMarked
package dev.meridian.model;

import org.jspecify.annotations.NullMarked;

/**
 * Turns a {@link dev.meridian.model.RoutingPlan} back into a declaration that gives the same
 * answers. It reads and compiles what it wrote, and compares.
 */
@NullMarked
package dev.meridian.importing;

import org.jspecify.annotations.NullMarked;

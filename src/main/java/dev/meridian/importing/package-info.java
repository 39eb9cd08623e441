/**
 * A {@link dev.meridian.model.RoutingPlan} turned back into a declaration that compiles to it. May
 * import {@code problem}, {@code model}, {@code catalog}, {@code config} and {@code plan}: the last
 * two to read and compile what was written, and to compare.
 */
@NullMarked
package dev.meridian.importing;

import org.jspecify.annotations.NullMarked;

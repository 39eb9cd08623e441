/**
 * Who gets which answer: Route 53's rules over a {@link dev.meridian.model.RoutingPlan}, as exact
 * distributions with their reasons, and the analyses built on them. Pure: no input or output, no
 * clock, no randomness. May import {@code model} and {@code catalog} only; {@code dns}, {@code
 * report}, {@code rehearse} and {@code cli} import it.
 */
@NullMarked
package dev.meridian.resolve;

import org.jspecify.annotations.NullMarked;

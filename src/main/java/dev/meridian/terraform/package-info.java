/**
 * Runs terraform (or OpenTofu) in a stack's folder, says what went wrong and what to do, and reads
 * plan and state JSON back into a {@link dev.meridian.model.RoutingPlan}. Sole user of processes
 * and of JSON; uses {@code problem} and {@code model}; {@code rehearse} and {@code cli} use it.
 */
@NullMarked
package dev.meridian.terraform;

import org.jspecify.annotations.NullMarked;

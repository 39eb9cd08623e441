/**
 * Starts programs and makes sure that none of them outlives Meridian. No other package starts
 * processes.
 */
@NullMarked
package dev.meridian.terraform.process;

import org.jspecify.annotations.NullMarked;

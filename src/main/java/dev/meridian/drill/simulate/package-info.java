/**
 * Drills under a virtual clock: many outages, each with the checkers of Route 53, the caches of
 * many resolvers, and the world's population behind them.
 */
@NullMarked
package dev.meridian.drill.simulate;

import org.jspecify.annotations.NullMarked;

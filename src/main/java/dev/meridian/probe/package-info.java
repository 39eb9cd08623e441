/** Health checks as Route 53 makes them: probes, the verdicts of checkers, and their sum. */
@NullMarked
package dev.meridian.probe;

import org.jspecify.annotations.NullMarked;

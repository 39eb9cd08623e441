/**
 * Warnings about what Route 53 accepts but users regret; {@code docs/lint.md} tells each. One class
 * a rule. Rules read the plan, so that they serve plans from anywhere; the few that need the
 * declaration are silent without it.
 */
@NullMarked
package dev.meridian.compile.lint;

import org.jspecify.annotations.NullMarked;

/** What Route 53 accepts but users regret. One class per warning, named after the warning's id. */
@NullMarked
package dev.meridian.compile.lint;

import org.jspecify.annotations.NullMarked;

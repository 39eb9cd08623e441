/**
 * The stacks that commands write, apply, and destroy, with the imports and the migration in
 * progress. Only {@code cli} uses it.
 */
@NullMarked
package dev.meridian.cli.stack;

import org.jspecify.annotations.NullMarked;

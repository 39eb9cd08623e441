/**
 * A zone before and after a change, and who owns its names, for commands that compare. Only {@code
 * cli} uses it.
 */
@NullMarked
package dev.meridian.cli.zone;

import org.jspecify.annotations.NullMarked;

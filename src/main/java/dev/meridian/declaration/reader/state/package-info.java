/**
 * Reads where states are: those of the declaration's own stacks, and those of other teams. Only
 * {@code declaration.reader} uses it.
 */
@NullMarked
package dev.meridian.declaration.reader.state;

import org.jspecify.annotations.NullMarked;

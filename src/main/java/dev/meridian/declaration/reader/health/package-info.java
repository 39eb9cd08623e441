/** Reads health checks, and references to them. Only {@code declaration.reader} uses it. */
@NullMarked
package dev.meridian.declaration.reader.health;

import org.jspecify.annotations.NullMarked;

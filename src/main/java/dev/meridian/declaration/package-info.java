/**
 * What the user declared: YAML read into a {@link dev.meridian.declaration.Deployment}, every
 * problem with its line. May import {@code problem}, {@code model} and {@code catalog}; the sole
 * user of the YAML library.
 */
@NullMarked
package dev.meridian.declaration;

import org.jspecify.annotations.NullMarked;

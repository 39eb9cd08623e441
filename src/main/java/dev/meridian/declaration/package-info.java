/**
 * A declaration with all references checked: {@link dev.meridian.declaration.Deployment} and its
 * parts. {@code declaration.reader} reads it from YAML.
 */
@NullMarked
package dev.meridian.declaration;

import org.jspecify.annotations.NullMarked;

/**
 * Readers for single values of a declaration: addresses, host names, region codes, locations,
 * clients, and references to what the file declares. Each reports a diagnostic with a fix instead
 * of throwing.
 */
@NullMarked
package dev.meridian.declaration.value;

import org.jspecify.annotations.NullMarked;

/**
 * Changes of a name's routing policy that leave no client without an answer: the steps, and the
 * file that says which step is in place.
 */
@NullMarked
package dev.meridian.migrate;

import org.jspecify.annotations.NullMarked;

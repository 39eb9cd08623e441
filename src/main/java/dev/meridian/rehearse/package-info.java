/**
 * A local AWS, and the rehearsal of a whole deployment on it: apply, plan again, verify, edit,
 * destroy.
 */
@NullMarked
package dev.meridian.rehearse;

import org.jspecify.annotations.NullMarked;

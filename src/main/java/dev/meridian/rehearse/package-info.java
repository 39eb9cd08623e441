/** A local AWS to rehearse on. May use every package but {@code cli}; only {@code cli} uses it. */
@NullMarked
package dev.meridian.rehearse;

import org.jspecify.annotations.NullMarked;

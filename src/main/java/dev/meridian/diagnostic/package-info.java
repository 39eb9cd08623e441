/**
 * One thing wrong with the input: where it stands, what is wrong, and what to do about it. Imports
 * nothing of Meridian; everything that reads input may import it.
 */
@NullMarked
package dev.meridian.diagnostic;

import org.jspecify.annotations.NullMarked;

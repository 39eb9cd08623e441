/**
 * Analyses of the answers for all clients in all failures: outages, proofs, and comparisons. Pure,
 * like {@code resolve}, whose internals it uses.
 */
@NullMarked
package dev.meridian.resolve.analysis;

import org.jspecify.annotations.NullMarked;

/**
 * Who asks: clients, where they are, and their latencies to AWS regions. A base of {@code resolve};
 * every package that has clients can use it.
 */
@NullMarked
package dev.meridian.resolve.client;

import org.jspecify.annotations.NullMarked;

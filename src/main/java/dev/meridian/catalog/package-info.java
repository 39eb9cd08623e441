/**
 * What AWS and the world look like: Regions, countries, US states, limits and prices, from data
 * files that name their source, licence and date.
 *
 * <p>{@code config}, {@code plan}, {@code stacks}, {@code resolve}, {@code report}, {@code
 * rehearse} and {@code cli} may import this package; it may import {@code model} only. Each file is
 * read once, when its first row is asked for.
 */
@NullMarked
package dev.meridian.catalog;

import org.jspecify.annotations.NullMarked;

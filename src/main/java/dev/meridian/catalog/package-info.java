/**
 * Facts about AWS and the world: Regions, countries, US states and quotas, from data files that
 * name their source, licence and date. Each file is read once, when its first row is needed.
 */
@NullMarked
package dev.meridian.catalog;

import org.jspecify.annotations.NullMarked;

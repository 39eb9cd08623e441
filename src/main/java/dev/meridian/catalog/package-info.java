/**
 * Facts about AWS and the world: Regions, countries, US states, quotas, and prices. The data files
 * name their source, licence, and date. Each file is read once, when it is first needed.
 */
@NullMarked
package dev.meridian.catalog;

import org.jspecify.annotations.NullMarked;

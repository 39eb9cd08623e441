/** A DNS server on this machine that answers as Route 53 would. */
@NullMarked
package dev.meridian.serve;

import org.jspecify.annotations.NullMarked;

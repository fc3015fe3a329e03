/**
 * Questions about everything at once: services, hours, errors, rates, and the account of all
 * records.
 */
@NullMarked
package dev.winnow.server.overview;

import org.jspecify.annotations.NullMarked;

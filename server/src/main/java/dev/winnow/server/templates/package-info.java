/**
 * Questions about templates, which the API calls patterns: which there are, what their records
 * hold, and how two stretches of time differ. Every record is in exactly one template, so the
 * counts add up to all records.
 */
@NullMarked
package dev.winnow.server.templates;

import org.jspecify.annotations.NullMarked;

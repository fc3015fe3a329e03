@NullMarked
package dev.winnow.e2e.architecture.offender.formats;

import org.jspecify.annotations.NullMarked;

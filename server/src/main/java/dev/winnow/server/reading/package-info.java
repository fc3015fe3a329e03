/**
 * What stands between questions and the store: how many are asked at a time, and what they touch.
 */
@NullMarked
package dev.winnow.server.reading;

import org.jspecify.annotations.NullMarked;

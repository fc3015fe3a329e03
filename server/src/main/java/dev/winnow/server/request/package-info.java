/**
 * What requests ask for, read from text.
 *
 * <p>A {@link dev.winnow.server.request.Parameter} is one text that must become a value; {@link
 * dev.winnow.server.request.SelectionReader} makes a selection of the parameters that all questions
 * about records share. Whatever is not allowed is refused with {@code invalid_parameter}, which
 * names the parameter, what it was, and what it may be.
 */
@NullMarked
package dev.winnow.server.request;

import org.jspecify.annotations.NullMarked;

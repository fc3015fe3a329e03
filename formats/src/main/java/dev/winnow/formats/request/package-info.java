/**
 * What the decoders of requests share, whatever the protocol: a walk over JSON that is a message of
 * fixed form, objects of any form as records, and the bounds within which both are read.
 */
@NullMarked
package dev.winnow.formats.request;

import org.jspecify.annotations.NullMarked;

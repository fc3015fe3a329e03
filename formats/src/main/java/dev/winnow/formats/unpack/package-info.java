/**
 * Files to inputs. An {@link dev.winnow.formats.unpack.Unpacker} takes what a user named, tells by
 * the bytes alone how it is packed, and gives each text in it: a plain file is one, a compressed
 * one too, an archive has one for each member. Everything streams: nothing is written to disk, so
 * that names in an archive can do no harm, and nothing is held but windows of the decompressors.
 *
 * <p>A stream is a stack of {@link dev.winnow.formats.unpack.Layer}s on {@link
 * dev.winnow.formats.unpack.RawBytes}. Each layer says in its own words where it is broken, after
 * it gave what could be read before that.
 */
@NullMarked
package dev.winnow.formats.unpack;

import org.jspecify.annotations.NullMarked;

/**
 * Forms of text: what a text is once its variable parts are taken out.
 *
 * <p>Read {@link dev.winnow.kernel.form.Mask}, then {@link dev.winnow.kernel.form.FormScanner}. A
 * form's id is the {@link dev.winnow.kernel.hash.Hash64} of its text. Nothing here learns: what a
 * form is depends on its text only.
 */
@NullMarked
package dev.winnow.kernel.form;

import org.jspecify.annotations.NullMarked;

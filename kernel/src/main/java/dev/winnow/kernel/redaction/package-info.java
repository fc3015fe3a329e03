/**
 * Secrets in text: finding them and putting markers in their place.
 *
 * <p>Read {@link dev.winnow.kernel.redaction.SecretScanner}, then {@link
 * dev.winnow.kernel.redaction.SecretKind}. What is known by its layout is in {@code TokenShapes},
 * what is known by the name before it in {@code SecretName}; {@code ValuePolicy} and {@code
 * ValueLook} tell a secret from a word. Nothing here asks an issuer whether a secret is valid, and
 * nothing keeps one.
 */
@NullMarked
package dev.winnow.kernel.redaction;

import org.jspecify.annotations.NullMarked;

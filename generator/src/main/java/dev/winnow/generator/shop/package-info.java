/**
 * The services that talk, as their files describe them: {@code README.txt} beside these tells how.
 * {@link dev.winnow.generator.shop.Shop} reads them all.
 */
@NullMarked
package dev.winnow.generator.shop;

import org.jspecify.annotations.NullMarked;

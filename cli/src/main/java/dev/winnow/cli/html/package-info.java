/**
 * Pages of HTML and charts in SVG, made by {@link dev.winnow.cli.html.Html}, which escapes
 * everything it is given: text of a log may hold markup, and none of it may come to life. Charts
 * are drawn from numbers only and know nothing of logs; they take the width they find, so that the
 * same page suits a desk and a telephone.
 */
@NullMarked
package dev.winnow.cli.html;

import org.jspecify.annotations.NullMarked;

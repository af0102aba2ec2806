/** The reception wizard: one topic a page, kept as a draft until everything is there. */
@NullMarked
package vn.lienthong.dossier.reception;

import org.jspecify.annotations.NullMarked;

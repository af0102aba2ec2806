/** What a file really is and whether it is safe to keep and to hand to somebody else. */
@NullMarked
package vn.lienthong.document.inspection;

import org.jspecify.annotations.NullMarked;

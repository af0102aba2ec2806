@NullMarked
package vn.lienthong.document.print;

import org.jspecify.annotations.NullMarked;

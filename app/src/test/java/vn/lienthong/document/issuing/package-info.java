@NullMarked
package vn.lienthong.document.issuing;

import org.jspecify.annotations.NullMarked;

@NullMarked
package vn.lienthong.document.inspection;

import org.jspecify.annotations.NullMarked;

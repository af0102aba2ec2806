@NullMarked
package vn.lienthong.worklist;

import org.jspecify.annotations.NullMarked;

@NullMarked
package vn.lienthong.procedure;

import org.jspecify.annotations.NullMarked;

@NullMarked
package vn.lienthong.design;

import org.jspecify.annotations.NullMarked;

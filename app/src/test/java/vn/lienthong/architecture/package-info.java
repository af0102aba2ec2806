@NullMarked
package vn.lienthong.architecture;

import org.jspecify.annotations.NullMarked;

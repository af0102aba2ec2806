@NullMarked
package vn.lienthong.reporting;

import org.jspecify.annotations.NullMarked;

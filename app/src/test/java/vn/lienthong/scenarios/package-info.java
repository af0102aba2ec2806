@NullMarked
package vn.lienthong.scenarios;

import org.jspecify.annotations.NullMarked;

@NullMarked
package vn.lienthong.operations;

import org.jspecify.annotations.NullMarked;

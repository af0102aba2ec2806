@NullMarked
package vn.lienthong.operations.monitoring;

import org.jspecify.annotations.NullMarked;

@NullMarked
package vn.lienthong.workflow;

import org.jspecify.annotations.NullMarked;

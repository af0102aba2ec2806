/** Whether this node should be given work, said in time and truly: before it goes, and when it could not write anything down. */
@NullMarked
package vn.lienthong.operations.readiness;

import org.jspecify.annotations.NullMarked;

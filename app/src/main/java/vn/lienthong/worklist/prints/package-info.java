/** The papers that a unit has to print: put together as one file, and who printed them when. */
@NullMarked
package vn.lienthong.worklist.prints;

import org.jspecify.annotations.NullMarked;

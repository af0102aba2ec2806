/** The systems outside that hand-overs go to and come from: where they are, and how each proves who speaks. */
@NullMarked
package vn.lienthong.interconnection.peer;

import org.jspecify.annotations.NullMarked;

/** What systems elsewhere hand over to agencies here, and what is answered. */
@NullMarked
package vn.lienthong.interconnection.incoming;

import org.jspecify.annotations.NullMarked;

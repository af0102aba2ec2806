/** What peers sent: kept first, then handled once and in order. */
@NullMarked
package vn.lienthong.interconnection.inbox;

import org.jspecify.annotations.NullMarked;

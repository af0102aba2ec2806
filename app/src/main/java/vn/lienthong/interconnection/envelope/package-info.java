/** What travels between two systems about one hand-over, as JSON. */
@NullMarked
package vn.lienthong.interconnection.envelope;

import org.jspecify.annotations.NullMarked;

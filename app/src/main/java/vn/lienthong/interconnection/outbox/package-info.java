/** What leaves the house by HTTP: written with what it tells of, carried after the commit, in order, until it is taken. */
@NullMarked
package vn.lienthong.interconnection.outbox;

import org.jspecify.annotations.NullMarked;

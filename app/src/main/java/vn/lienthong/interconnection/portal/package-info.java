/** Tells the national public service portal what becomes of dossiers, call by call, and compares what both sides know. */
@NullMarked
package vn.lienthong.interconnection.portal;

import org.jspecify.annotations.NullMarked;

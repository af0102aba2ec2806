/** What tests of all modules share: one context, one database. */
@NullMarked
package vn.lienthong.testing;

import org.jspecify.annotations.NullMarked;

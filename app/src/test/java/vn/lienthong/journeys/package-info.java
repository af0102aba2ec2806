/** Whole journeys in a real browser: what the people of several offices do, one after the other, and what a citizen sees. */
@NullMarked
package vn.lienthong.journeys;

import org.jspecify.annotations.NullMarked;

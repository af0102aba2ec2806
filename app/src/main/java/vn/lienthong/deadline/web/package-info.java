/** The pages about due dates: why a date is what it is, and moving a promise. */
@NullMarked
package vn.lienthong.deadline.web;

import org.jspecify.annotations.NullMarked;

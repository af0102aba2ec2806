/** How a folder becomes an edition in force: sent by one person, verified, approved by another, taken out of force again. */
@NullMarked
package vn.lienthong.design.publishing;

import org.jspecify.annotations.NullMarked;

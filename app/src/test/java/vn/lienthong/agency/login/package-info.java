@NullMarked
package vn.lienthong.agency.login;

import org.jspecify.annotations.NullMarked;

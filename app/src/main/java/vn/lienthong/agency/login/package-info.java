/** Logging in: accounts and passwords, the rules of who may open which address, refusals in the caller's language. */
@NullMarked
package vn.lienthong.agency.login;

import org.jspecify.annotations.NullMarked;

/** Accounts of officers: opened, helped and closed by the business administrator; passwords and their rules. */
@NamedInterface("account")
@NullMarked
package vn.lienthong.agency.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What becomes of a dossier when the time is over for which it is kept; and what stops that. */
@NamedInterface("retention")
@NullMarked
package vn.lienthong.dossier.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

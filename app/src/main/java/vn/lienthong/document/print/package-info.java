/** What the administration puts on paper: the facts of each form, its wording and its rendering as PDF/A. */
@NamedInterface("print")
@NullMarked
package vn.lienthong.document.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The pages about a dossier, and the parts of them that other modules' pages show too. */
@NullMarked
@NamedInterface("web")
package vn.lienthong.dossier.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

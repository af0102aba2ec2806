/** The desk at which citizens collect what they came for. */
@NullMarked
package vn.lienthong.dossier.returns;

import org.jspecify.annotations.NullMarked;

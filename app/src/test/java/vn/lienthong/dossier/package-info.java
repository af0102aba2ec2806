@NullMarked
package vn.lienthong.dossier;

import org.jspecify.annotations.NullMarked;

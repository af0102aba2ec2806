@NullMarked
package vn.lienthong.dossier.web;

import org.jspecify.annotations.NullMarked;

/** What is held about a person, for that person: gathered at the desk, on request, by an officer whose duty it is. */
@NullMarked
package vn.lienthong.dossier.person;

import org.jspecify.annotations.NullMarked;

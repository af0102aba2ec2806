package vn.lienthong.agency;

import org.jspecify.annotations.Nullable;

/**
 * A duty at a unit that somebody may act in right now.
 *
 * @param unit code of the unit
 * @param onBehalfOf username of the officer whose duty it is, when it was delegated; what is done in this post is
 *     recorded as "X for Y"
 */
public record Post(String unit, Duty duty, @Nullable String onBehalfOf) {}

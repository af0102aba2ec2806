/** Working time as pure arithmetic: calendars of agencies, budgets, and the due dates that follow from them. */
@NullMarked
@NamedInterface("calendar")
package vn.lienthong.agency.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

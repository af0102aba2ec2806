package vn.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.agency.OrganisationMapper.CompetenceRow;
import vn.lienthong.agency.OrganisationMapper.DelegationRow;
import vn.lienthong.agency.OrganisationMapper.DutyRow;
import vn.lienthong.agency.OrganisationMapper.OfficerRow;
import vn.lienthong.agency.OrganisationMapper.UnitRow;

/** Duties, delegations and competence count from their first day to their last, in the time of Viet Nam. */
class WhoMayActTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    private static final LocalDate LAST = LocalDate.parse("2026-03-13");

    private final List<UnitRow> units = List.of(
            unit("ward", UnitKind.PEOPLES_COMMITTEE, null, "ward", null),
            unit("desk", UnitKind.ONE_STOP_CENTRE, "ward", null, null),
            unit("registry", UnitKind.DIVISION, "ward", "registry-hours", LAST),
            unit("archive", UnitKind.DIVISION, "registry", null, null));

    private final List<OfficerRow> officers =
            List.of(officer("head", true), officer("deputy", true), officer("third", true), officer("left", false));

    @Test
    void a_duty_is_held_from_its_first_day_to_the_end_of_its_last() {
        var organisation = with(List.of(duty("head", "ward", Duty.AGENCY_HEAD, FIRST, LAST)), List.of());

        assertThat(organisation.postsOf("head", at("2026-03-01T23:59:59+07:00")))
                .isEmpty();
        assertThat(organisation.postsOf("head", at("2026-03-02T00:00:00+07:00")))
                .containsExactly(new Post("ward", Duty.AGENCY_HEAD, null));
        assertThat(organisation.postsOf("head", at("2026-03-13T23:59:59+07:00")))
                .isNotEmpty();
        assertThat(organisation.postsOf("head", at("2026-03-14T00:00:00+07:00")))
                .isEmpty();
        assertThat(organisation.officersOf("ward", Duty.AGENCY_HEAD, LAST)).containsExactly("head");
        assertThat(organisation.officersOf("ward", Duty.AGENCY_HEAD, LAST.plusDays(1)))
                .isEmpty();
    }

    @Test
    void a_delegate_acts_on_behalf_of_the_holder_between_the_dates_of_the_document() {
        var organisation = with(
                List.of(duty("head", "ward", Duty.AGENCY_HEAD, FIRST.minusYears(1), null)),
                List.of(delegation("head", "deputy", FIRST, LAST, null)));

        assertThat(organisation.postsOf("deputy", at("2026-03-01T23:59:59+07:00")))
                .isEmpty();
        assertThat(organisation.postsOf("deputy", at("2026-03-02T00:00:00+07:00")))
                .containsExactly(new Post("ward", Duty.AGENCY_HEAD, "head"));
        assertThat(organisation.postsOf("deputy", at("2026-03-14T00:00:00+07:00")))
                .isEmpty();
        assertThat(organisation.officersOf("ward", Duty.AGENCY_HEAD, FIRST)).containsExactly("head", "deputy");
    }

    @Test
    void a_revoked_delegation_ends_at_that_moment() {
        var organisation = with(
                List.of(duty("head", "ward", Duty.AGENCY_HEAD, FIRST, null)),
                List.of(delegation("head", "deputy", FIRST, LAST, at("2026-03-05T10:00:00+07:00"))));

        assertThat(organisation.postsOf("deputy", at("2026-03-05T09:59:59+07:00")))
                .isNotEmpty();
        assertThat(organisation.postsOf("deputy", at("2026-03-05T10:00:00+07:00")))
                .isEmpty();
        assertThat(organisation.officersOf("ward", Duty.AGENCY_HEAD, LocalDate.parse("2026-03-04")))
                .contains("deputy");
        assertThat(organisation.officersOf("ward", Duty.AGENCY_HEAD, LocalDate.parse("2026-03-05")))
                .containsExactly("head");
    }

    @Test
    void a_delegation_ends_with_the_duty_it_came_from() {
        var organisation = with(
                List.of(duty("head", "ward", Duty.AGENCY_HEAD, FIRST, LocalDate.parse("2026-03-05"))),
                List.of(delegation("head", "deputy", FIRST, LAST, null)));

        assertThat(organisation.postsOf("deputy", at("2026-03-05T12:00:00+07:00")))
                .isNotEmpty();
        assertThat(organisation.postsOf("deputy", at("2026-03-06T12:00:00+07:00")))
                .isEmpty();
    }

    @Test
    void nobody_hands_on_what_was_delegated_to_him() {
        var organisation = with(
                List.of(duty("head", "ward", Duty.AGENCY_HEAD, FIRST, null)),
                List.of(
                        delegation("head", "deputy", FIRST, LAST, null),
                        delegation("deputy", "third", FIRST, LAST, null)));

        assertThat(organisation.postsOf("third", at("2026-03-05T12:00:00+07:00")))
                .isEmpty();
    }

    @Test
    void an_officer_who_left_acts_in_nothing() {
        var organisation = with(
                List.of(
                        duty("left", "ward", Duty.CLERK, FIRST, null),
                        duty("head", "ward", Duty.AGENCY_HEAD, FIRST, null)),
                List.of(delegation("head", "left", FIRST, LAST, null)));

        assertThat(organisation.postsOf("left", at("2026-03-05T12:00:00+07:00")))
                .isEmpty();
        assertThat(organisation.officersOf("ward", Duty.CLERK, FIRST)).isEmpty();
        assertThat(organisation.officersOf("ward", Duty.AGENCY_HEAD, FIRST)).containsExactly("head");
    }

    @Test
    void a_post_ends_with_its_unit() {
        var organisation = with(List.of(duty("head", "registry", Duty.CASE_OFFICER, FIRST, null)), List.of());

        assertThat(organisation.postsOf("head", at("2026-03-13T12:00:00+07:00")))
                .isNotEmpty();
        assertThat(organisation.postsOf("head", at("2026-03-14T12:00:00+07:00")))
                .isEmpty();
    }

    @Test
    void own_posts_come_before_delegated_ones() {
        var organisation = with(
                List.of(
                        duty("head", "ward", Duty.AGENCY_HEAD, FIRST, null),
                        duty("deputy", "ward", Duty.AGENCY_HEAD, FIRST, null)),
                List.of(delegation("head", "deputy", FIRST, LAST, null)));

        var deputy = new Caller("deputy", "Deputy", organisation.postsOf("deputy", at("2026-03-05T12:00:00+07:00")));

        assertThat(deputy.posts()).hasSize(2);
        assertThat(deputy.post(Duty.AGENCY_HEAD, "ward")).contains(new Post("ward", Duty.AGENCY_HEAD, null));
        assertThat(deputy.units()).containsExactly("ward");
    }

    @Test
    void competence_goes_over_to_another_unit_on_a_day() {
        var organisation = new Snapshot(
                units,
                List.of(
                        new CompetenceRow("civil-status", "an-phu", "registry", FIRST, LocalDate.parse("2026-03-05")),
                        new CompetenceRow("civil-status", "an-phu", "desk", LocalDate.parse("2026-03-06"), null)),
                officers,
                List.of(),
                List.of());

        assertThat(organisation.competent("civil-status", "an-phu", FIRST.minusDays(1)))
                .isEmpty();
        assertThat(organisation.competent("civil-status", "an-phu", LocalDate.parse("2026-03-05")))
                .get()
                .extracting(Unit::code)
                .isEqualTo("registry");
        assertThat(organisation.competent("civil-status", "an-phu", LocalDate.parse("2026-03-06")))
                .get()
                .extracting(Unit::code)
                .isEqualTo("desk");
        assertThat(organisation.competent("civil-status", "elsewhere", FIRST)).isEmpty();
        assertThat(organisation.competent("police", "an-phu", FIRST)).isEmpty();
    }

    @Test
    void who_answers_for_the_very_area_goes_before_who_answers_everywhere() {
        var organisation = new Snapshot(
                units,
                List.of(
                        new CompetenceRow("home-affairs", Snapshot.EVERYWHERE, "ward", FIRST, null),
                        new CompetenceRow("home-affairs", "an-phu", "desk", FIRST, null)),
                officers,
                List.of(),
                List.of());

        assertThat(organisation.competent("home-affairs", "an-phu", FIRST))
                .get()
                .extracting(Unit::code)
                .isEqualTo("desk");
        assertThat(organisation.competent("home-affairs", "elsewhere", FIRST))
                .get()
                .extracting(Unit::code)
                .isEqualTo("ward");
    }

    @Test
    void a_unit_that_no_longer_exists_is_not_competent() {
        var organisation = new Snapshot(
                units,
                List.of(new CompetenceRow("civil-status", "an-phu", "registry", FIRST, null)),
                officers,
                List.of(),
                List.of());

        assertThat(organisation.competent("civil-status", "an-phu", LAST)).isPresent();
        assertThat(organisation.competent("civil-status", "an-phu", LAST.plusDays(1)))
                .isEmpty();
    }

    @Test
    void a_subtree_holds_everything_below_and_nothing_beside() {
        var organisation = with(List.of(), List.of());

        assertThat(organisation.subtree("ward")).containsExactly("ward", "desk", "registry", "archive");
        assertThat(organisation.subtree("registry")).containsExactly("registry", "archive");
    }

    @Test
    void a_unit_without_a_calendar_works_by_the_nearest_one_above() {
        var organisation = with(List.of(), List.of());

        assertThat(organisation.unit("desk")).get().extracting(Unit::calendar).isEqualTo("ward");
        assertThat(organisation.unit("archive"))
                .get()
                .extracting(Unit::calendar)
                .isEqualTo("registry-hours");
    }

    private Snapshot with(List<DutyRow> duties, List<DelegationRow> delegations) {
        return new Snapshot(units, List.of(), officers, duties, delegations);
    }

    private static UnitRow unit(
            String code, UnitKind kind, @Nullable String parent, @Nullable String calendar, @Nullable LocalDate to) {
        return new UnitRow(
                code, code, code, kind, parent, null, calendar, FIRST.minusYears(1), to, null, null, null, null);
    }

    private static OfficerRow officer(String username, boolean active) {
        return new OfficerRow(username, username, null, null, "vi", active, null);
    }

    private static DutyRow duty(String officer, String unit, Duty duty, LocalDate from, @Nullable LocalDate to) {
        return new DutyRow(officer, unit, duty, from, to);
    }

    private static DelegationRow delegation(
            String from, String to, LocalDate first, LocalDate last, @Nullable Instant revokedAt) {
        return new DelegationRow(0, from, to, "ward", Duty.AGENCY_HEAD, first, last, "12/GUQ-UBND", revokedAt, null);
    }

    private static Instant at(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}

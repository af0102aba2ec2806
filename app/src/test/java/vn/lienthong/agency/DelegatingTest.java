package vn.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Delegating.Delegation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class DelegatingTest {

    private final Delegating delegating;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final JdbcClient jdbc;

    @Autowired
    DelegatingTest(Delegating delegating, Organisation organisation, CurrentCaller caller, JdbcClient jdbc) {
        this.delegating = delegating;
        this.organisation = organisation;
        this.caller = caller;
        this.jdbc = jdbc;
    }

    @AfterEach
    void forgetDelegations() {
        jdbc.sql("delete from agency.delegation").update();
        organisation.forget();
    }

    @Test
    void the_delegate_acts_at_once_and_no_longer_after_it_was_revoked() {
        LocalDate today = organisation.today();

        long id = caller.as("lanhdao", () -> delegating.delegate(signing("giamdoc", today, today.plusDays(3))));

        Post post = new Post("an-hoa", Duty.AGENCY_HEAD, "lanhdao");
        assertThat(caller.as("giamdoc", () -> caller.get().posts())).contains(post);
        assertThat(organisation.officersOf("an-hoa", Duty.AGENCY_HEAD, today)).containsExactly("lanhdao", "giamdoc");

        caller.as("lanhdao", () -> {
            delegating.revoke(id);
            return id;
        });

        assertThat(caller.as("giamdoc", () -> caller.get().posts())).doesNotContain(post);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> caller.as("lanhdao", () -> {
                    delegating.revoke(id);
                    return id;
                }));
    }

    @Test
    void the_business_administrator_may_delegate_for_the_officers_of_the_agency_only() {
        LocalDate today = organisation.today();

        long id = caller.as("nghiepvu", () -> delegating.delegate(signing("giamdoc", today, today)));

        assertThat(id).isPositive();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> caller.as(
                        "nghiepvu",
                        () -> delegating.delegate(new Delegation(
                                "lanhdao2", "giamdoc", "phu-loc", Duty.AGENCY_HEAD, today, today, "1/GUQ"))));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> caller.as("hotich", () -> delegating.delegate(signing("giamdoc", today, today))));
    }

    @Test
    void all_faults_are_told_at_once() {
        LocalDate today = organisation.today();
        var wish = new Delegation("lanhdao", "nobody", "an-hoa", Duty.CLERK, today, today.minusDays(1), " ");

        InvalidInput refusal =
                catchThrowableOfType(InvalidInput.class, () -> caller.as("lanhdao", () -> delegating.delegate(wish)));

        assertThat(refusal.problems())
                .extracting(Problem::field, Problem::code)
                .containsExactlyInAnyOrderElementsOf(List.of(
                        org.assertj.core.groups.Tuple.tuple("documentNumber", "required"),
                        org.assertj.core.groups.Tuple.tuple("to", "before-from"),
                        org.assertj.core.groups.Tuple.tuple("toOfficer", "officer-unknown"),
                        org.assertj.core.groups.Tuple.tuple("duty", "duty-not-held")));
        assertThat(jdbc.sql("select count(*) from agency.delegation")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Delegation signing(String to, LocalDate first, LocalDate last) {
        return new Delegation("lanhdao", to, "an-hoa", Duty.AGENCY_HEAD, first, last, "12/GUQ-UBND");
    }
}

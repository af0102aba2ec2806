package vn.lienthong.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.workflow.ProcessRef;

/**
 * One edition of a procedure: what {@code procedure.yml} says. All lists and maps keep the order of the file.
 *
 * @param ref key of the procedure and date of the edition
 * @param code national code
 * @param area path in the dossier's content that names the commune whose agencies are competent; null when the unit
 *     that received the dossier is
 * @param agencies roles that the diagram uses, and what they are called
 * @param channels how a dossier may come in: COUNTER, ONLINE, POST
 * @param results how a result may be delivered: COUNTER, ELECTRONIC, POST
 * @param application topics that an applicant is asked about, in order; each is a form
 * @param legalLimit what the law allows for the whole
 * @param promisedLimit a shorter limit that the administration binds itself to
 * @param linkedLimit what the law allows when another procedure asks for this one as its leg; null when it is the same
 * @param legsDecision decision table that answers which legs run; null when all do
 * @param decisionInputs FEEL over the dossier's content, by name of the table's input
 * @param variables process variables that route, ten at most
 * @param resultDocuments what the procedure hands out in the end
 * @param ladder who hears when of a clock that runs out; empty when the usual ladder applies
 * @param prints set of printed forms, by what is printed
 * @param pilot where alone it applies; null for everywhere
 * @param basedOn day of the earlier edition whose files it keeps, save those it brings itself; null for none
 * @param retention how long its finished dossiers are kept; null when the installation's usual time applies
 * @param legOnly whether it only ever is another procedure's leg, so that nobody is offered it at the counter
 */
public record Edition(
        ProcessRef ref,
        String code,
        Names names,
        Names sector,
        List<LegalBasis> legalBasis,
        @Nullable String area,
        Map<String, Names> agencies,
        List<String> channels,
        List<String> results,
        List<String> application,
        Budget legalLimit,
        @Nullable Budget promisedLimit,
        @Nullable Budget linkedLimit,
        List<Leg> legs,
        @Nullable String legsDecision,
        Map<String, String> decisionInputs,
        List<Paper> papers,
        List<ResultDocument> resultDocuments,
        @Nullable Fee fee,
        @Nullable SupplementPolicy supplement,
        @Nullable Withdrawal withdrawal,
        List<Variable> variables,
        List<Rung> ladder,
        Map<String, String> prints,
        @Nullable Pilot pilot,
        @Nullable String basedOn,
        @Nullable Retention retention,
        boolean legOnly) {

    /** A document of law, and where in it. */
    public record LegalBasis(
            String document,
            @Nullable String article,
            @Nullable Names note) {}

    /**
     * One agency's part.
     *
     * @param agency role, one of {@link Edition#agencies}
     * @param founding done by the procedure's own steps rather than by a linked dossier
     * @param procedure key of the agency's procedure; null for a founding leg
     * @param after id of the leg whose end it waits for; null when it starts with the dossier
     * @param papers codes of the papers that go along
     * @param data parts of the content that go along
     * @param results codes of what comes back
     * @param returns parts of the content that come back with them
     * @param otherBudgets budgets that hold instead in the cases they name; the first whose case it is
     * @param names what the leg is called; null when the agency's name will do
     * @param local shorter limits that single agencies have bound themselves to
     */
    public record Leg(
            String id,
            String agency,
            boolean founding,
            @Nullable String procedure,
            @Nullable String after,
            Budget budget,
            List<String> papers,
            List<String> data,
            List<String> results,
            List<String> returns,
            List<OtherBudget> otherBudgets,
            @Nullable Names names,
            List<LocalBudget> local) {

        /**
         * The shorter limit that an agency has bound itself to.
         *
         * @param agencyCode code of the agency that does the leg
         */
        public Optional<Budget> localBudget(String agencyCode) {
            return local.stream()
                    .filter(own -> own.at().equals(agencyCode))
                    .findFirst()
                    .map(LocalBudget::budget);
        }
    }

    /**
     * A limit that one agency has bound itself to.
     *
     * @param at code of the agency
     * @param budget shorter than the leg's
     * @param decision number of the document that says so
     */
    public record LocalBudget(String at, Budget budget, String decision) {}

    /**
     * @param at codes of the agencies where dossiers are received by this edition; elsewhere the one before goes on
     * @param decision number of the document that says so
     */
    public record Pilot(List<String> at, String decision) {}

    /**
     * A budget that holds in some cases only.
     *
     * @param when FEEL over the content as it was handed in
     */
    public record OtherBudget(String when, Budget budget) {}

    /**
     * A paper that belongs to the application.
     *
     * @param required whether an application without it is incomplete
     * @param when FEEL over the content: the paper is asked for only where it holds; null when always
     * @param forms how it may be handed in: ORIGINAL, CERTIFIED, COPY, ELECTRONIC
     * @param describes path of the part of the content that is copied from this paper
     */
    public record Paper(
            String code,
            Names names,
            boolean required,
            @Nullable String when,
            List<String> forms,
            @Nullable String describes) {}

    /**
     * A document that the procedure hands out.
     *
     * @param nationalCode code under which the national portal files such results
     */
    public record ResultDocument(String code, @Nullable String nationalCode, Names names) {}

    /**
     * What the applicant pays: a script that computes it, or an amount in đồng.
     *
     * @param script file in the folder
     * @param note who pays nothing, in words for people
     */
    public record Fee(
            @Nullable String script,
            @Nullable Long amount,
            @Nullable Names names,
            @Nullable Names note,
            @Nullable String legalBasis) {}

    /** What the clock does while the applicant completes the papers. */
    public enum SupplementClock {
        /** It stands still; the promised date moves by the time waited. */
        PAUSE_AND_EXTEND,
        /** It starts from zero when the dossier is complete. */
        RESTART
    }

    /**
     * @param rounds how often the applicant may be asked
     * @param applicantLimit how long the applicant has
     */
    public record SupplementPolicy(
            SupplementClock policy,
            int rounds,
            Budget applicantLimit,
            @Nullable String legalBasis) {}

    /**
     * While which parts of the diagram run an applicant may still take the dossier back. Absent: never.
     *
     * @param whole sub-process during which everything can be withdrawn
     * @param remaining sub-process during which only what still runs can be
     */
    public record Withdrawal(
            @Nullable String whole,
            @Nullable String remaining,
            @Nullable Names note,
            @Nullable String legalBasis) {}

    /**
     * How long a finished dossier is kept, counted from the end of the year in which it was finished.
     *
     * @param years null: for ever
     * @param source the schedule that says so
     */
    public record Retention(@Nullable Integer years, String source) {

        /** What the Law on Archives 33/2024/QH15 has for anything that is not kept for ever. */
        public static final int MOST_YEARS = 70;

        /** Days before this one on which a dossier may have been finished that is not kept any more; empty: none. */
        public Optional<LocalDate> overBefore(LocalDate today) {
            return Optional.ofNullable(years).map(kept -> LocalDate.of(today.getYear() - kept, 1, 1));
        }

        /** The longer of the two. */
        public Retention orLonger(Retention other) {
            if (years == null || other.years == null) {
                return years == null ? this : other;
            }
            return years >= other.years ? this : other;
        }
    }

    /** A process variable that routes. */
    public record Variable(String name, String type, Names meaning) {}

    /**
     * A rung of the ladder.
     *
     * @param at share of the budget ({@code 80%}) or working time before or after the due date ({@code -4 WORKING_HOUR},
     *     {@code +1 WORKING_DAY})
     * @param of STEP, LEG or DOSSIER
     * @param to {@code assignee} or a duty
     * @param does ADVISE, ACT, APOLOGISE or LETTER
     * @param agency role of the agency whose clocks climb it; null for every agency that has no rungs of its own here
     * @param atOnce told when it is reached, at night too; otherwise at the next opening
     */
    public record Rung(
            String at,
            String of,
            String to,
            String does,
            @Nullable String agency,
            boolean atOnce) {}

    /** Whether dossiers that this agency receives go by it. */
    public boolean appliesAt(String agencyCode) {
        return pilot == null || pilot.at().contains(agencyCode);
    }

    public String key() {
        return ref.procedure();
    }

    public LocalDate effectiveOn() {
        return LocalDate.parse(ref.edition());
    }

    public Optional<Leg> leg(String id) {
        return legs.stream().filter(leg -> leg.id().equals(id)).findFirst();
    }

    public Optional<Paper> paper(String code) {
        return papers.stream().filter(paper -> paper.code().equals(code)).findFirst();
    }

    /** The leg that the procedure's own steps belong to when they say nothing else. */
    public Optional<Leg> foundingLeg() {
        return legs.stream().filter(Leg::founding).findFirst();
    }

    /** What a leg is called: its own name, otherwise its agency's. */
    public String nameOf(Leg leg, Locale locale) {
        Names name = leg.names() != null ? leg.names() : agencies.get(leg.agency());
        return name == null ? leg.id() : name.in(locale);
    }

    /** What the agency is given when another procedure asks for this one as its leg. */
    public Budget limitAsLeg() {
        return linkedLimit != null ? linkedLimit : limit();
    }

    /** What the administration answers for: the promised limit where there is one, the legal one otherwise. */
    public Budget limit() {
        return promisedLimit != null ? promisedLimit : legalLimit;
    }
}

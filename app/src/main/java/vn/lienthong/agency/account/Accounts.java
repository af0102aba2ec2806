package vn.lienthong.agency.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.BearerTokens;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.agency.account.KeepingMapper.AccountRow;
import vn.lienthong.agency.account.KeepingMapper.DutyRow;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.NotFound;

/**
 * The accounts that the caller keeps: those with a duty at a unit that the caller is the business administrator of. Who gives
 * duties reads no dossier, and nobody keeps the own account.
 */
@Component
class Accounts {

    private final KeepingMapper mapper;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final BearerTokens provider;
    private final Clock clock;

    Accounts(
            KeepingMapper mapper, Organisation organisation, CurrentCaller caller, BearerTokens provider, Clock clock) {
        this.mapper = mapper;
        this.organisation = organisation;
        this.caller = caller;
        this.provider = provider;
        this.clock = clock;
    }

    /** What there is to know of somebody who may log in. Never the password. */
    record Account(
            String username,
            String fullName,
            @Nullable String email,
            @Nullable String phone,
            State state,
            @Nullable Instant passwordUntil,
            boolean own,
            List<DutyRow> duties) {}

    enum State {
        /** Logs in. */
        OPEN,
        /** Has a password on paper and did not log in yet. */
        HANDED_OVER,
        /** The password on paper was not used in time. */
        OUTDATED,
        /** Nobody ever gave it a password. */
        WITHOUT_PASSWORD,
        CLOSED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether passwords are kept here and not by an identity provider. */
    boolean havePasswords() {
        return provider.decoder().isEmpty();
    }

    List<Account> list() {
        String self = keeper().username();
        return mapper.accounts(List.copyOf(reach())).stream()
                .map(row -> account(row, self))
                .sorted(Comparator.comparing((Account account) -> account.state() == State.CLOSED)
                        .thenComparing(Account::username))
                .toList();
    }

    /** @throws NotFound when it is none of the caller's */
    Account get(String username) {
        String self = keeper().username();
        Set<String> reach = reach();
        return Optional.ofNullable(mapper.account(username))
                .map(row -> account(row, self))
                .filter(account -> account.duties().stream().anyMatch(duty -> reach.contains(duty.unit())))
                .orElseThrow(() -> new NotFound("account"));
    }

    /** The units whose duties the caller gives, in their order. */
    List<Unit> units() {
        Set<String> reach = reach();
        return organisation.units(organisation.today()).stream()
                .filter(unit -> reach.contains(unit.code()))
                .toList();
    }

    boolean keeps(String unit) {
        return reach().contains(unit);
    }

    private Caller keeper() {
        Caller who = caller.get();
        if (!who.holds(Duty.BUSINESS_ADMINISTRATOR)) {
            throw new Forbidden("accounts");
        }
        return who;
    }

    private Set<String> reach() {
        return keeper().unitsWith(Duty.BUSINESS_ADMINISTRATOR).stream()
                .flatMap(unit -> organisation.subtree(unit).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Account account(AccountRow row, String self) {
        return new Account(
                row.username(),
                row.fullName(),
                row.email(),
                row.phone(),
                state(row),
                row.passwordExpiresAt(),
                row.username().equals(self),
                mapper.duties(row.username()));
    }

    private State state(AccountRow row) {
        if (!row.active()) {
            return State.CLOSED;
        }
        if (!havePasswords()) {
            return State.OPEN;
        }
        if (row.passwordHash() == null) {
            return State.WITHOUT_PASSWORD;
        }
        Instant until = row.passwordExpiresAt();
        return until == null ? State.OPEN : until.isBefore(clock.instant()) ? State.OUTDATED : State.HANDED_OVER;
    }
}

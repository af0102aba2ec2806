package vn.lienthong.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The wards, agencies and accounts of the demonstration, from {@code demo/organisation.yml}. Their passwords are public,
 * so they exist in the profiles demo and test only, and together with prod the application does not start.
 */
@Component
@Profile({"demo", "test"})
class DemonstrationOrganisation implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DemonstrationOrganisation.class);

    private final DemonstrationMapper mapper;
    private final Organisation organisation;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;

    DemonstrationOrganisation(
            DemonstrationMapper mapper,
            Organisation organisation,
            PasswordEncoder passwords,
            TransactionTemplate transaction,
            Environment environment) {
        this.mapper = mapper;
        this.organisation = organisation;
        this.passwords = passwords;
        this.transaction = transaction;
        refuseIn(environment);
    }

    record File(
            String password,
            LocalDate validFrom,
            List<Unit> units,
            List<Competence> competences,
            List<Account> officers) {}

    record Names(String vi, String en) {}

    record Unit(
            String code,
            Names names,
            UnitKind kind,
            @Nullable String identifierCode,
            @Nullable String calendar,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email,
            @Nullable List<Unit> units) {}

    record Competence(String area, Map<String, String> roles) {}

    record Account(String username, String fullName, Map<String, List<String>> posts) {}

    static void refuseIn(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            throw new IllegalStateException("The profiles demo and test bring accounts whose passwords everybody knows;"
                    + " they cannot be combined with prod.");
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        load(read());
    }

    static File read() {
        try (var yaml = DemonstrationOrganisation.class.getResourceAsStream("/demo/organisation.yml")) {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(yaml, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return how many rows were missing */
    int load(File file) {
        Integer added = transaction.execute(status -> {
            int rows = units(file.units(), null, file.validFrom());
            for (Competence competence : file.competences()) {
                for (var role : competence.roles().entrySet()) {
                    rows += mapper.competence(role.getKey(), competence.area(), role.getValue(), file.validFrom());
                }
            }
            return rows + officers(file);
        });
        organisation.forget();
        if (added != null && added > 0) {
            log.info("demonstration organisation: {} rows added", added);
        }
        return added == null ? 0 : added;
    }

    private int units(List<Unit> units, @Nullable String parent, LocalDate validFrom) {
        int rows = 0;
        for (Unit unit : units) {
            rows += mapper.unit(unit, parent, validFrom);
            rows += units(Optional.ofNullable(unit.units()).orElse(List.of()), unit.code(), validFrom);
        }
        return rows;
    }

    private int officers(File file) {
        List<Account> missing = file.officers().stream()
                .filter(account -> !mapper.knowsOfficer(account.username()))
                .toList();
        if (missing.isEmpty()) {
            return 0;
        }
        // One hash for all: they have one password, nobody needs to be kept from noticing, and each hash takes a while.
        String hash = passwords.encode(file.password());
        int rows = 0;
        for (Account account : missing) {
            String unit = account.posts().keySet().iterator().next();
            rows += mapper.officer(
                    account.username(),
                    account.fullName(),
                    account.username() + "@" + unit + ".example.vn",
                    hash == null ? "" : hash);
            for (var post : account.posts().entrySet()) {
                for (String duty : post.getValue()) {
                    rows += mapper.duty(
                            account.username(),
                            post.getKey(),
                            Duty.ofKey(duty).orElseThrow(() -> new IllegalStateException("no such duty: " + duty)),
                            file.validFrom());
                }
            }
        }
        return rows;
    }
}

package vn.lienthong.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.Guards;
import vn.lienthong.testing.ModuleTest;

/**
 * Tries every door of the product, pages and API, as every duty: in the agency whose dossier it is, in another, and
 * without logging in. What opens is written down in the operators' documentation; whoever adds a door, or opens one
 * wider, has to draw the table anew and look at it.
 *
 * <p>Each attempt is rolled back. What is asked is whether somebody may try: a fault in what was entered, or a state that
 * does not allow it, counts as allowed. On the way every answer is looked at for what guards it in a browser.
 */
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDoorTest {

    private static final Path TABLE = Path.of("../docs/for-operators/rights.md");

    private static final Map<Duty, String> UNITS = units();

    /** What a program of the police says at any of its doors. */
    private static final String WORKER = """
            {"workerId": "door", "maxTasks": 1, "lockDuration": 1000, "newDuration": 1000,
             "topics": [{"topicName": "an-hoa-cong-an", "lockDuration": 1000}]}
            """;

    @Autowired
    MockMvc http;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    CurrentCaller caller;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationContext beans;

    private Map<String, String> names = Map.of();

    /** By door, what is missing in an answer of it. */
    private final Map<String, List<String>> unguarded = new TreeMap<>();

    /** Each comes from an address of its own: here nobody guesses. */
    private int attempts;

    /** Where a duty sits, but for the agency. */
    private static Map<Duty, String> units() {
        Map<Duty, String> units = new EnumMap<>(Duty.class);
        for (Duty duty : Duty.values()) {
            units.put(
                    duty,
                    switch (duty) {
                        case RECEPTION_OFFICER, RETURNS_OFFICER, CASHIER, CENTRE_DIRECTOR -> "-mot-cua";
                        case CASE_OFFICER, UNIT_HEAD -> "-tu-phap";
                        case CLERK -> "-van-phong";
                        default -> "";
                    });
        }
        return units;
    }

    @BeforeAll
    void aHouseFullOfPeople() {
        database.empty();
        for (Duty duty : Duty.values()) {
            for (String ward : List.of("an-hoa", "phu-loc")) {
                jdbc.sql("insert into agency.officer (username, full_name) values (:name, :name)")
                        .param("name", name(duty, ward))
                        .update();
                jdbc.sql(
                                "insert into agency.duty (officer, unit, duty, valid_from) values (:name, :unit, :duty, '2025-07-01')")
                        .param("name", name(duty, ward))
                        .param("unit", ward + UNITS.get(duty))
                        .param("duty", duty.name())
                        .update();
            }
        }
        names = new Furniture(beans).stand(name(Duty.RECEPTION_OFFICER, "an-hoa"));
    }

    @AfterAll
    void andNobodyAgain() {
        new Furniture(beans).clear();
        jdbc.sql("delete from agency.duty where officer like 'door-%'").update();
        jdbc.sql("delete from agency.officer where username like 'door-%'").update();
    }

    private static String name(Duty duty, String ward) {
        return "door-" + duty.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + ward;
    }

    @Test
    void who_may_go_through_which_is_what_the_documentation_says() throws Exception {
        String drawn = draw();
        if (System.getProperty("redraw") != null) {
            Files.writeString(TABLE, drawn);
        }

        assertThat(Files.readString(TABLE, StandardCharsets.UTF_8))
                .as(
                        "look at what has changed, then redraw it with: mvn test -pl app -am -Dtest=EveryDoorTest -Dredraw=yes")
                .isEqualTo(drawn);
    }

    /** A door: a method and an address with names in it. */
    private record Door(HttpMethod method, String address, boolean takesFiles, boolean takesJson) {}

    private List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("vn.lienthong")) {
                doors.addAll(doors(mapping, handler));
            }
        });
        return doors.stream()
                .distinct()
                .sorted(Comparator.comparing(Door::address)
                        .thenComparing(door -> door.method().name()))
                .toList();
    }

    private static List<Door> doors(RequestMappingInfo mapping, HandlerMethod handler) {
        boolean files = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                        .anyMatch(type -> type.includes(MediaType.MULTIPART_FORM_DATA))
                || Arrays.stream(handler.getMethod().getParameterTypes())
                        .anyMatch(type -> type.getName().contains("Multipart"));
        List<Door> doors = new ArrayList<>();
        for (String address : mapping.getPatternValues()) {
            var methods = mapping.getMethodsCondition().getMethods();
            for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                doors.add(new Door(
                        HttpMethod.valueOf(method.name()),
                        address,
                        files,
                        address.startsWith("/api/") || address.startsWith("/engine-rest/")));
            }
        }
        return doors;
    }

    private String draw() throws Exception {
        List<Door> doors = doors();
        Map<String, List<String>> rows = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        for (Door door : doors) {
            List<String> cells = new ArrayList<>();
            for (Duty duty : Duty.values()) {
                String here = tried(door, as(name(duty, "an-hoa")), broken);
                String elsewhere = tried(door, as(name(duty, "phu-loc")), broken);
                cells.add(here.equals(elsewhere) ? here : here + " / " + elsewhere);
            }
            cells.add(tried(door, program("police"), broken) + " / " + tried(door, program("insurance"), broken));
            cells.add(tried(door, anonymous(), broken));
            rows.put(door.address() + " " + door.method().name(), cells);
        }
        assertThat(broken).as("doors that break").isEmpty();
        assertThat(unguarded)
                .as("answers without what guards them in a browser")
                .isEmpty();

        StringBuilder table = new StringBuilder("""
                # Who may do what where

                Drawn by `EveryDoorTest`, which tries every address of the product as every duty; do not edit. Redraw it with
                `mvn test -pl app -am -Dtest=EveryDoorTest -Dredraw=yes` and look at what has changed.

                `✓` may try · `✗` is told that the duty does not include it · `·` is told that there is no such thing · `⚷` has to log
                in. Where two signs stand in a cell, the second one holds for the same duty in another agency. Addresses with a name in
                braces were tried with one of An Hòa ward. An agency's program is that of the agency which has the leg, and of another one.

                """);
        List<String> heads = Arrays.stream(Duty.values())
                .map(duty -> duty.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.toCollection(ArrayList::new));
        heads.add("agency's program");
        heads.add("nobody");
        table.append("| | | ").append(String.join(" | ", heads)).append(" |\n");
        table.append("|---|---").append("|:-:".repeat(heads.size())).append("|\n");
        for (Door door : doors) {
            table.append("| ")
                    .append(door.method().name())
                    .append(" | `")
                    .append(door.address())
                    .append("` | ")
                    .append(String.join(
                            " | ",
                            Objects.requireNonNull(rows.get(
                                    door.address() + " " + door.method().name()))))
                    .append(" |\n");
        }
        return table.toString();
    }

    private RequestPostProcessor as(String username) {
        Authentication known = caller.as(
                username,
                () -> Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()));
        return authentication(known);
    }

    /** The police have the leg that the addresses name; the insurance is another agency. */
    private static RequestPostProcessor program(String client) {
        return httpBasic(client, "for-tests-only-" + client + "-0123456789abcdef");
    }

    private String tried(Door door, RequestPostProcessor who, List<String> broken) {
        String address = filledIn(door.address());
        MockHttpServletResponse answer = Objects.requireNonNull(transaction.execute(tx -> {
            tx.setRollbackOnly();
            try {
                return http.perform(
                                attempt(door, address).secure(true).with(who).with(csrf()))
                        .andReturn()
                        .getResponse();
            } catch (Exception e) {
                broken.add(door + ": " + e);
                return new MockHttpServletResponse();
            }
        }));
        if (answer.getStatus() >= 500) {
            broken.add(door.method() + " " + address + ": " + answer.getStatus());
        }
        List<String> missing = Guards.missing(address, true, answer::getHeaders);
        if (!missing.isEmpty()) {
            unguarded.put(door.method() + " " + door.address() + " " + answer.getStatus(), missing);
        }
        String to = answer.getRedirectedUrl();
        return switch (answer.getStatus()) {
            // Many doors in a row look like somebody who guesses.
            case 401, 429 -> "⚷";
            case 403 -> "✗";
            case 404 -> "·";
            default -> to != null && to.contains("/login") ? "⚷" : "✓";
        };
    }

    private AbstractMockHttpServletRequestBuilder<?> attempt(Door door, String address) {
        if (door.takesFiles()) {
            return multipart(door.method(), address)
                    .file(new MockMultipartFile("file", "x.pdf", "application/pdf", new byte[] {'x'}))
                    .file(new MockMultipartFile("files", "x.yml", "text/yaml", new byte[] {'x'}));
        }
        var request = request(door.method(), address).with(from -> {
            from.setRemoteAddr("10.0." + attempts / 250 + "." + attempts++ % 250);
            return from;
        });
        if (door.method().equals(HttpMethod.GET)) {
            return request.param("secret", name("{secret}"));
        }
        if (door.takesJson()) {
            return request.contentType(MediaType.APPLICATION_JSON)
                    .content(
                            door.address().startsWith("/engine-rest/")
                                    ? WORKER
                                    : "{\"confirmed\": true, \"score\": 5, \"secret\": \"" + name("{secret}") + "\"}");
        }
        return request.contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("number", name("{number}"))
                .param("secret", name("{secret}"))
                .param("procedure", name("{key}"))
                .param("channel", "COUNTER")
                .param("identity", "001183000123");
    }

    private String name(String inBraces) {
        return Objects.requireNonNull(names.get(inBraces));
    }

    /** Names are known by what stands before them. */
    private String filledIn(String address) {
        String filled = address;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        assertThat(filled).as("every name in an address stands for something").doesNotContain("{");
        return filled;
    }
}

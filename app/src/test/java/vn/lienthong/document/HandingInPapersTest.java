package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.document.inspection.SampleFiles;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class HandingInPapersTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final String dossier = "D" + UUID.randomUUID();

    @Autowired
    Documents documents;

    @Autowired
    CurrentCaller caller;

    @Autowired
    ProblemDetails problems;

    @Autowired
    Clock clock;

    private MockMvc web;

    /** The reception officer may add to this dossier, the clerk may only read it, nobody else knows of it. */
    private final class Rights implements DocumentAccess {
        @Override
        public boolean mayRead(Caller caller, String number) {
            return number.equals(dossier)
                    && (mayAdd(caller, number) || caller.username().equals("vanthu"));
        }

        @Override
        public boolean mayAdd(Caller caller, String number) {
            return number.equals(dossier) && caller.username().equals("tiepnhan");
        }
    }

    @BeforeEach
    void controllerWithRights(@Autowired ApplicationContext application) {
        var rights = new StaticListableBeanFactory();
        rights.addBean("rights", new Rights());
        web = MockMvcBuilders.standaloneSetup(new DocumentController(
                        documents, rights.getBeanProvider(DocumentAccess.class), caller, problems, clock))
                .setControllerAdvice(application
                        .getBeansWithAnnotation(ControllerAdvice.class)
                        .values()
                        .toArray())
                .build();
    }

    @Test
    void a_paper_is_accepted_listed_and_given_out_again() throws Exception {
        byte[] pdf = SampleFiles.pdf(dossier);

        String address = as("tiepnhan", paper("giay-bao-tu", "../Giấy báo tử.exe", pdf))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.code").value("giay-bao-tu"))
                .andExpect(jsonPath("$.fileName").value("Giấy báo tử.pdf"))
                .andExpect(jsonPath("$.createdAt").value(containsString("+07:00")))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        assertThat(address).startsWith("/api/v1/documents/");
        as("vanthu", get("/api/v1/dossiers/{number}/documents", dossier))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].href").value(address))
                .andExpect(jsonPath("$.next").isEmpty());
        as("vanthu", get(String.valueOf(address)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(pdf))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Content-Disposition", startsWith("inline; filename=")));
        as("vanthu", get(String.valueOf(address)).param("download", "true"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment; filename=")));
    }

    @Test
    void a_refusal_says_what_to_do_in_the_language_of_the_caller() throws Exception {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes();

        as("tiepnhan", paper("giay-bao-tu", "a.pdf", page).locale(VIETNAMESE))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.problems[0].field").value("file"))
                .andExpect(jsonPath("$.problems[0].code").value("paper-kind-unknown"))
                .andExpect(jsonPath("$.problems[0].message").value(containsString("Chỉ nhận tệp PDF, JPEG hoặc PNG")));
        as("tiepnhan", paper("giay-bao-tu", "a.pdf", page).locale(Locale.ENGLISH))
                .andExpect(jsonPath("$.problems[0].message").value(containsString("Only PDF, JPEG and PNG")));
        assertThat(documents.of(dossier)).isEmpty();
    }

    @Test
    void a_paper_has_a_code_and_a_file() throws Exception {
        as("tiepnhan", multipart("/api/v1/dossiers/{number}/documents", dossier))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.problems[0].field").value("paper"));
        as("tiepnhan", paper("../etc", "a.pdf", SampleFiles.pdf("x")))
                .andExpect(jsonPath("$.problems[0].code").value("malformed"));
        as("tiepnhan", multipart("/api/v1/dossiers/{number}/documents", dossier).param("paper", "giay-bao-tu"))
                .andExpect(jsonPath("$.problems[0].field").value("file"));
    }

    @Test
    void who_may_only_read_may_not_add() throws Exception {
        as("vanthu", paper("giay-bao-tu", "a.pdf", SampleFiles.pdf("x"))).andExpect(status().isForbidden());

        assertThat(documents.of(dossier)).isEmpty();
    }

    @Test
    void who_may_not_read_does_not_even_learn_that_it_exists() throws Exception {
        DocumentId id =
                documents.store(NewDocument.paper("giay-bao-tu", "a.pdf", SampleFiles.pdf("x"), dossier, "tiepnhan"));

        as("congan", paper("giay-bao-tu", "a.pdf", SampleFiles.pdf("x"))).andExpect(status().isNotFound());
        as("congan", get("/api/v1/dossiers/{number}/documents", dossier)).andExpect(status().isNotFound());
        as("congan", get("/api/v1/documents/{id}", id)).andExpect(status().isNotFound());
        as("congan", get("/api/v1/documents/{id}", UUID.randomUUID())).andExpect(status().isNotFound());
    }

    @Test
    void a_paper_can_be_read_through_any_dossier_that_refers_to_it() throws Exception {
        DocumentId elsewhere = documents.store(
                NewDocument.paper("giay-bao-tu", "a.pdf", SampleFiles.pdf("x"), dossier + "-origin", "tiepnhan"));
        as("vanthu", get("/api/v1/documents/{id}", elsewhere)).andExpect(status().isNotFound());

        documents.share(elsewhere, dossier, "tiepnhan");

        as("vanthu", get("/api/v1/documents/{id}", elsewhere)).andExpect(status().isOk());
    }

    private AbstractMockHttpServletRequestBuilder<?> paper(String code, String name, byte[] bytes) {
        return multipart("/api/v1/dossiers/{number}/documents", dossier)
                .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .param("paper", code);
    }

    private ResultActions as(String username, RequestBuilder request) {
        return caller.as(username, () -> {
            try {
                return web.perform(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}

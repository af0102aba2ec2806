package vn.lienthong.design.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class DraftingOverHttpTest {

    private static final String DRAFTS = "/api/v1/procedures/drafts";
    private static final Path TEXTS = Path.of("src/test/resources/design/drafts");

    @Autowired
    MockMvc web;

    @Test
    void a_designer_gets_a_zip_that_the_verifier_takes() throws Exception {
        MockHttpServletResponse answer =
                post("thietke", Files.readString(TEXTS.resolve("death-registration-again.json")));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/zip");
        assertThat(answer.getHeader("Content-Disposition")).contains("death-registration-again.zip");
        assertThat(names(answer.getContentAsByteArray()))
                .contains(
                        "procedures/death-registration-again/2026-06-01/decisions.md",
                        "procedures/death-registration-again/2026-06-01/death-registration-again.bpmn",
                        "forms/death-registration-again/2026-06-01/request.form");
        JsonNode verified = JsonMapper.shared()
                .readTree(web.perform(MockMvcRequestBuilders.multipart("/api/v1/procedures/verify")
                                .file(new MockMultipartFile(
                                        "files", "draft.zip", "application/zip", answer.getContentAsByteArray()))
                                .with(SecurityMockMvcRequestPostProcessors.httpBasic("thietke", "demo")))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
        assertThat(verified.get("findings")).isEmpty();
    }

    @Test
    void bad_json_is_told_fault_by_fault() throws Exception {
        MockHttpServletResponse answer = post("thietke", "{\"nme\": \"x\", \"steps\": 5}");

        assertThat(answer.getStatus()).isEqualTo(422);
        JsonNode problems =
                JsonMapper.shared().readTree(answer.getContentAsByteArray()).get("problems");
        assertThat(problems.toString()).contains("\"name\"", "\"nme\"", "\"steps\"", "Không có mục tên này");
        assertThat(post("thietke", "{").getStatus()).isEqualTo(400);
    }

    @Test
    void nobody_else_drafts_procedures() throws Exception {
        assertThat(post("nghiepvu", "{\"name\": \"Thủ tục\"}").getStatus()).isEqualTo(403);
        assertThat(post("hotich", "{\"name\": \"Thủ tục\"}").getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse post(String username, String json) throws Exception {
        return web.perform(MockMvcRequestBuilders.post(DRAFTS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(SecurityMockMvcRequestPostProcessors.httpBasic(username, "demo")))
                .andReturn()
                .getResponse();
    }

    private static List<String> names(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}

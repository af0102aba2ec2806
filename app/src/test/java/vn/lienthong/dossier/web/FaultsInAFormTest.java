package vn.lienthong.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.command.FieldProblem;

class FaultsInAFormTest {

    private static final Map<String, Object> FORM = Map.of(
            "components",
            List.of(
                    Map.of("key", "deceased.fullName", "label", "Họ, chữ đệm, tên"),
                    Map.of("components", List.of(Map.of("key", "deceased.dateOfDeath", "dateLabel", "Ngày chết"))),
                    Map.of("key", "deceased.cause", "label", "Nguyên nhân chết")));

    @Test
    void faults_follow_each_other_as_the_fields_do() {
        List<FieldProblem> named = FaultsInAForm.named(
                List.of(
                        fault("papers"),
                        fault("data.deceased.cause"),
                        fault("data.deceased.dateOfDeath"),
                        fault("deceased.fullName")),
                FORM);

        assertThat(named)
                .extracting(FieldProblem::field)
                .containsExactly(
                        "data.deceased.fullName", "data.deceased.dateOfDeath", "data.deceased.cause", "papers");
        assertThat(named)
                .extracting(FieldProblem::message)
                .containsExactly(
                        "Họ, chữ đệm, tên: Chưa nhập.",
                        "Ngày chết: Chưa nhập.",
                        "Nguyên nhân chết: Chưa nhập.",
                        "Chưa nhập.");
    }

    private static FieldProblem fault(String field) {
        return new FieldProblem(field, "required", "Chưa nhập.");
    }
}
